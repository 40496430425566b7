using GeoGraph.Cli.Import.Csv;

namespace GeoGraph.Cli.Import.Eto;

/// <summary>A row of one of the publisher's tables, read by the names of its columns.</summary>
internal sealed class EtoRow(CsvRow row, IReadOnlyDictionary<string, int> columns)
{
    /// <summary>Where it begins.</summary>
    public Place Place => row.Place;

    /// <summary>The text of a column; empty where the cell is.</summary>
    public string this[string column] => row.TextAt(columns[column]);

    /// <summary>Where the cell of a column begins.</summary>
    public Place PlaceOf(string column) => row.Cells[columns[column]].Place;

    /// <summary>The row as the file has it.</summary>
    public string Line => CsvLine.Of(row.Cells.Select(cell => cell.Text));
}

/// <summary>Reads the publisher's tables.</summary>
internal static class EtoTable
{
    /// <summary>The rows of a table; rows that do not fit the header are told and left out.</summary>
    /// <param name="source">The file.</param>
    /// <param name="columns">The columns that are read; others may stand beside them.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <exception cref="IOException">A column is missing, so that it is another table or another form of it.</exception>
    public static IReadOnlyList<EtoRow> Read(CsvSource source, IReadOnlyList<string> columns, List<Problem> problems)
    {
        using var text = source.Open();
        var rows = new CsvRows(source.Name, text, ',', problems);
        var header = rows.Next()?.Cells.Select((cell, i) => (cell.Text, i)).DistinctBy(cell => cell.Text).ToDictionary(cell => cell.Text, cell => cell.i, StringComparer.Ordinal) ?? [];
        var missing = columns.Where(column => !header.ContainsKey(column)).ToArray();
        if (missing.Length > 0)
            throw new IOException($"{source.Name}: the header has no {string.Join(", no ", missing)}, so nothing was written");
        var read = new List<EtoRow>();
        foreach (var row in rows.All().Where(row => !row.IsBlank))
        {
            if (row.Misfit(header.Count) is { } misfit)
                problems.Add(new Problem(row.Place, "", "", misfit));
            else
                read.Add(new EtoRow(row, header));
        }
        return read;
    }
}
