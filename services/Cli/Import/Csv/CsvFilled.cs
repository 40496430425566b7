namespace GeoGraph.Cli.Import.Csv;

/// <summary>The cells of a row that hold something, with their columns.</summary>
internal sealed class CsvFilled(Place row, IReadOnlyList<(CsvColumn Column, CsvCell Cell)> cells)
{
    /// <summary>Where the row begins.</summary>
    public Place Row => row;

    /// <summary>The cells in the order of the file.</summary>
    public IReadOnlyList<(CsvColumn Column, CsvCell Cell)> Cells => cells;

    /// <summary>The cell of a column; null where it is empty.</summary>
    public CsvCell? Find(string column)
    {
        foreach (var entry in cells)
        {
            if (entry.Column.Name == column)
                return entry.Cell;
        }
        return null;
    }

    /// <summary>Where the cell of a column begins; the row where it is empty.</summary>
    public Place PlaceOf(string column) => Find(column)?.Place ?? row;

    /// <summary>The name of the column whose cell begins at a place; null where none does.</summary>
    public string? ColumnAt(Place place)
    {
        foreach (var entry in cells)
        {
            if (entry.Cell.Place == place)
                return entry.Column.Name;
        }
        return null;
    }

    /// <summary>The cells of columns that hold names, with their languages.</summary>
    public IEnumerable<(string Language, CsvCell Cell)> Names() =>
        cells.Select(entry => (CsvColumns.LanguageOf(entry.Column.Name), entry.Cell)).Where(entry => entry.Item1.Length > 0);

    /// <summary>Those of one kind of record.</summary>
    public CsvFilled Of(CsvRecord record) => new(row, cells.Where(entry => entry.Column.IsOf(record)).ToArray());
}
