namespace GeoGraph.Cli.Import.Csv;

/// <summary>One file of the format, read from its beginning as often as is asked: what it gives comes row by row.</summary>
/// <param name="source">The file.</param>
/// <param name="separator">What stands between cells; null to find it in the header.</param>
internal sealed class CsvSheet(CsvSource source, char? separator)
{
    private readonly Lazy<char> _separator = new(() => separator ?? source.FindSeparator());

    /// <summary>Reads the file; rows with problems are told and left out.</summary>
    public IEnumerable<CsvGiven> Read(List<Problem> problems)
    {
        using var text = source.Open();
        CsvRecordReader? records = null;
        foreach (var row in new CsvRows(source.Name, text, _separator.Value, problems).All())
        {
            if (row.IsBlank || row.IsComment)
                continue;
            if (records is null)
            {
                if (CsvHeader.Read(row, problems) is not { } header)
                    yield break;
                records = new CsvRecordReader(header, problems);
            }
            else if (records.Read(row) is { } given)
            {
                yield return given;
            }
        }
        if (records is null && problems.Count == 0)
            problems.Add(new Problem(new Place(source.Name, 0, 0), "", "", "has no header: the first row names the columns; geograph import csv --template - writes one"));
    }
}
