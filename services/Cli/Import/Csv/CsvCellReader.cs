using GeoGraph.Cli.Commands;
using GeoGraph.Core;

namespace GeoGraph.Cli.Import.Csv;

/// <summary>Turns the text of a cell into the node of its field, and tells every text that does not fit its column.</summary>
internal sealed class CsvCellReader(List<Problem> problems)
{
    /// <summary>The node; its parts stand where the cell does.</summary>
    public Node Read(CsvColumn column, CsvCell cell)
    {
        Check(column, cell, cell.Text);
        return column.Form switch
        {
            CsvForm.ActorId => Scalar(cell, Values.ToId(cell.Text)),
            CsvForm.ActorIds => List(cell, Parts(cell).Select(part => Scalar(cell, Values.ToId(part)))),
            CsvForm.Texts => List(cell, Parts(cell).Select(part => Scalar(cell, part))),
            CsvForm.Flag => Scalar(cell, cell.Text.ToLowerInvariant()),
            CsvForm.Word => Scalar(cell, WordOf(cell.Text)),
            CsvForm.Words => List(cell, Parts(cell).Select(part => Scalar(cell, WordOf(part)))),
            CsvForm.Stocks => List(cell, Pairs(column, cell, "li=30;cathode=20", CsvForm.Amount).Select(pair => Map(cell, ("input_group", pair.Name), ("days", pair.Value)))),
            CsvForm.Transits => List(cell, Pairs(column, cell, "chokepoint:taiwan-strait=0.5;chokepoint:luzon-strait=0.5", CsvForm.Share)
                .Select(pair => Map(cell, ("chokepoint_id", pair.Name), ("share", pair.Value)))),
            _ => Scalar(cell, cell.Text),
        };
    }

    /// <summary>A scalar that stands where a cell does. It is never taken for nothing: a cell with a text has that text.</summary>
    public static ScalarNode Scalar(CsvCell cell, string text) => new(cell.Place, text, Plain: false);

    /// <summary>A mapping of texts that stands where a cell does.</summary>
    public static MapNode Map(CsvCell cell, params (string Key, string Text)[] entries) =>
        new(cell.Place, entries.Length, [.. entries.Select(entry => KeyValuePair.Create(Scalar(cell, entry.Key), (Node)Scalar(cell, entry.Text)))]);

    private static ListNode List(CsvCell cell, IEnumerable<Node> items)
    {
        var list = items.ToArray();
        return new ListNode(cell.Place, list.Length, list);
    }

    private static string WordOf(string text) => text.ToUpperInvariant().Replace('-', '_');

    private static string[] Parts(CsvCell cell) => cell.Text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private List<(string Name, string Value)> Pairs(CsvColumn column, CsvCell cell, string example, CsvForm form)
    {
        var pairs = new List<(string Name, string Value)>();
        foreach (var part in Parts(cell))
        {
            var at = part.LastIndexOf('=');
            var (name, value) = at > 0 ? (part[..at].TrimEnd(), part[(at + 1)..].TrimStart()) : ("", "");
            if (name.Length == 0 || value.Length == 0)
                Tell(column, cell, part, $"is written name=number with semicolons between several, as {example}");
            else if (pairs.Exists(pair => pair.Name == name))
                Tell(column, cell, part, "names it a second time; each is named once");
            else
                pairs.Add((name, value));
            Check(column with { Form = form }, cell, value);
        }
        return pairs;
    }

    private void Check(CsvColumn column, CsvCell cell, string text)
    {
        if (column.Form is CsvForm.Word or CsvForm.Words && WordOf(text).EndsWith("UNSPECIFIED", StringComparison.Ordinal))
            Tell(column, cell, text, "says nothing; leave the cell empty");
        if (text.Length == 0 || column.Form is not (CsvForm.Decimal or CsvForm.Amount or CsvForm.Share))
            return;
        if (!DecimalText.TryParse(text, out var number))
            Tell(column, cell, text, DecimalText.Rule);
        else if (column.Form != CsvForm.Decimal && number < 0)
            Tell(column, cell, text, "must be zero or more");
        else if (column.Form == CsvForm.Share && number > 1)
            Tell(column, cell, text, "a share lies between 0 and 1; 45 percent is 0.45");
    }

    private void Tell(CsvColumn column, CsvCell cell, string value, string rule) => problems.Add(new Problem(cell.Place, column.Name, value, rule));
}
