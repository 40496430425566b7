using System.Text;

namespace GeoGraph.Cli.Import.Csv;

/// <summary>Writes lines of CSV.</summary>
internal static class CsvLine
{
    /// <summary>A line with commas between its cells; a cell with a separator, a quotation mark or a line's end is quoted.</summary>
    public static string Of(IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted));

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",;\"\r\n") < 0 ? cell : new StringBuilder(cell).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString();
}
