namespace GeoGraph.Cli.Import.Csv;

/// <summary>The header of a file: which column each cell belongs to, and what rows are where they do not say it.</summary>
/// <param name="Columns">The columns in the order of the file; null where a header cell is empty.</param>
/// <param name="Default">What a row is without the column <c>record</c>.</param>
internal sealed record CsvHeader(IReadOnlyList<CsvColumn?> Columns, CsvRecord? Default)
{
    private readonly int _record = IndexOf(Columns, CsvColumns.Record);

    /// <summary>Reads the header row; null, with problems told, where rows could not be understood by it.</summary>
    public static CsvHeader? Read(CsvRow row, List<Problem> problems)
    {
        var before = problems.Count;
        var columns = new List<CsvColumn?>();
        foreach (var cell in row.Cells)
        {
            var column = cell.Text.Length == 0 ? null : CsvColumns.Find(cell.Text);
            if (column is null && cell.Text.Length > 0)
                problems.Add(new Problem(cell.Place, "", cell.Text, $"is no column; columns are {string.Join(", ", CsvColumns.All.Select(c => c.Name))}, and name_ with a language"));
            else if (column is not null && columns.Any(other => column.Name.Equals(other?.Name, StringComparison.OrdinalIgnoreCase)))
                problems.Add(new Problem(cell.Place, "", cell.Text, "is named twice; a header names a column once"));
            columns.Add(column);
        }
        var mixed = IndexOf(columns, CsvColumns.Record) >= 0;
        if (!mixed && columns.Exists(c => c?.Record == CsvRecord.Actor) && columns.Exists(c => c?.Record == CsvRecord.Relation))
            problems.Add(new Problem(row.Place, CsvColumns.Record, "", "is missing; a file with columns of actors and of relations says in each row which it is"));
        return problems.Count > before ? null
            : new CsvHeader(columns, mixed ? null : columns.Exists(c => c?.Record == CsvRecord.Relation) ? CsvRecord.Relation : CsvRecord.Actor);
    }

    /// <summary>What a row is; null where its cell says neither.</summary>
    public CsvRecord? RecordOf(CsvRow row) => Default ?? row.TextAt(_record).ToUpperInvariant() switch
    {
        "ACTOR" => CsvRecord.Actor,
        "RELATION" => CsvRecord.Relation,
        _ => null,
    };

    /// <summary>The cell that says what a row is.</summary>
    public CsvCell RecordCell(CsvRow row) => row.Cells[_record];

    /// <summary>The cells of a row that hold something, with their columns.</summary>
    public CsvFilled Filled(CsvRow row) => new(row.Place, Enumerable.Range(0, Math.Min(Columns.Count, row.Cells.Count))
        .Where(i => i != _record && row.Cells[i].Text.Length > 0 && Columns[i] is not null).Select(i => (Columns[i]!, row.Cells[i])).ToArray());

    /// <summary>Cells with a text below an empty header cell.</summary>
    public IEnumerable<CsvCell> Nameless(CsvRow row) =>
        Enumerable.Range(0, Math.Min(Columns.Count, row.Cells.Count)).Where(i => Columns[i] is null && row.Cells[i].Text.Length > 0).Select(i => row.Cells[i]);

    private static int IndexOf(IReadOnlyList<CsvColumn?> columns, string name)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i]?.Name == name)
                return i;
        }
        return -1;
    }
}
