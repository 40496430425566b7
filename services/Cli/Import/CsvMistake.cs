using CsvHelper;
using GeoGraph.Cli.Commands;

namespace GeoGraph.Cli.Import;

/// <summary>Says what is wrong with a row of a CSV file, in words of the file.</summary>
internal static class CsvMistake
{
    /// <summary>The refusal of a file from the row that cannot be told into cells.</summary>
    public static UsageException At(CsvReader csv, string path, CsvHelperException broken) =>
        new($"\"{path}\", row {csv.Parser.Row}: " + (broken is BadDataException
            ? "a quotation mark stands within a cell or is never closed; a cell with one is quoted as a whole, the mark doubled"
            : broken.Message.Split('\n')[0].Trim()));

    /// <summary>Why the current row does not fit the header; null where it does. Cells beyond the header may be empty, as spreadsheets write them.</summary>
    /// <exception cref="UsageException">The row cannot be told into cells.</exception>
    public static string? OfWidth(CsvReader csv, string path, int columns)
    {
        var cells = CellsOf(csv, path);
        return cells.Length >= columns && cells.Skip(columns).All(string.IsNullOrWhiteSpace)
            ? null
            : $"the row has {cells.Length} cells and the header {columns}; a cell with a comma is quoted";
    }

    // Quotation marks are only looked at here, not as the row is reached.
    private static string[] CellsOf(CsvReader csv, string path)
    {
        try
        {
            return csv.Parser.Record ?? [];
        }
        catch (CsvHelperException broken)
        {
            throw At(csv, path, broken);
        }
    }
}
