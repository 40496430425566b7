namespace GeoGraph.Cli.Import.Csv;

/// <summary>A cell of a CSV file: its text without the quotation marks and without blanks around it, and where it begins.</summary>
internal readonly record struct CsvCell(Place Place, string Text);

/// <summary>A row of a CSV file, which may run over several lines.</summary>
/// <param name="Cells">Its cells, at least one.</param>
internal sealed record CsvRow(IReadOnlyList<CsvCell> Cells)
{
    /// <summary>Where it begins.</summary>
    public Place Place => Cells[0].Place;

    /// <summary>True where no cell has a text.</summary>
    public bool IsBlank => Cells.All(cell => cell.Text.Length == 0);

    /// <summary>True where its first cell begins with <c>#</c>: it is told nothing and skipped.</summary>
    public bool IsComment => Cells[0].Text.StartsWith('#');

    /// <summary>The cell of a column; empty where the row ends before it.</summary>
    public string TextAt(int column) => column >= 0 && column < Cells.Count ? Cells[column].Text : "";

    /// <summary>Why the row does not fit a header; null where it does. Cells beyond the header may be empty, as spreadsheets write them.</summary>
    public string? Misfit(int columns) =>
        Cells.Count >= columns && Cells.Skip(columns).All(cell => cell.Text.Length == 0)
            ? null
            : $"the row has {Cells.Count} cells and the header {columns}; a cell that holds a separator is quoted";
}
