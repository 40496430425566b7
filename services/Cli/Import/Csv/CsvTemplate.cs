namespace GeoGraph.Cli.Import.Csv;

/// <summary>Writes a file to fill: a header with every column, a row that says what each means, and rows of an invented world that can be imported.</summary>
internal static class CsvTemplate
{
    private const string Invented = "Invented example; it makes no claim about trade";

    // Supplier, buyer, HS code, value, input group, transits, capacity.
    private static readonly string[][] s_flows =
    [
        ["au-mine", "cn-refine", "253090", "40", "li_feed", "chokepoint:example-lombok=1", ""],
        ["cl-mine", "cn-refine", "283691", "10", "li_feed", "", ""],
        ["cn-refine", "kr-cathode", "283691", "60", "li", "", ""],
        ["cl-mine", "kr-cathode", "283691", "20", "li", "", ""],
        ["kr-cathode", "us-pack", "284190", "120", "cathode", "", ""],
        ["tw-fab", "my-osat", "854231", "80", "wafer", "chokepoint:example-taiwan-strait=0.5;chokepoint:example-luzon-strait=0.5", "100"],
        ["kr-fab", "my-osat", "854231", "20", "wafer", "chokepoint:example-taiwan-strait=1", "25"],
        ["my-osat", "mx-ecu", "854231", "150", "chip", "chokepoint:example-luzon-strait=1", "110"],
        ["de-semi", "mx-ecu", "854231", "50", "chip", "chokepoint:example-dover=1", "60"],
        ["mx-ecu", "us-oem", "853710", "300", "ecu", "", ""],
        ["us-pack", "us-oem", "850760", "400", "pack", "", ""],
    ];

    // Name, output, stocks, days of recovery.
    private static readonly string[][] s_firms =
    [
        ["us-oem", "1000", "pack=10", ""], ["us-pack", "400", "cathode=20", ""], ["mx-ecu", "300", "", ""], ["kr-cathode", "120", "li=30", ""],
        ["cn-refine", "60", "", "90"], ["my-osat", "150", "", ""], ["tw-fab", "80", "", ""], ["kr-fab", "20", "", ""], ["de-semi", "50", "", ""],
        ["au-mine", "40", "", ""], ["cl-mine", "30", "", ""],
    ];

    /// <summary>The rows: header, meanings, examples.</summary>
    public static IEnumerable<string> Lines()
    {
        yield return CsvLine.Of(CsvColumns.All.Select(column => column.Name));
        yield return CsvLine.Of(CsvColumns.All.Select((column, i) => (i == 0 ? "# " : "") + column.Meaning));
        foreach (var row in Rows())
        {
            var cells = row.ToDictionary(cell => cell.Column, cell => cell.Text, StringComparer.Ordinal);
            yield return CsvLine.Of(CsvColumns.All.Select(column => cells.GetValueOrDefault(column.Name, "")));
        }
    }

    private static IEnumerable<(string Column, string Text)[]> Rows() =>
    [
        .. s_firms.Select(firm => Actor($"firm:example-{firm[0]}", firm[0].ToUpperInvariant().Replace('-', '_'),
            ("output_usd_per_year", firm[1]), ("stocks", firm[2]), ("recovery_days", firm[3]))),
        .. s_flows.Select(flow => flow[2]).Distinct().Select(code => Actor($"product:example-{code}", $"Goods of HS {code}", ("hs_codes", code))),
        .. new[] { "lombok", "taiwan-strait", "luzon-strait", "dover" }.Select(name => Actor($"chokepoint:example-{name}", $"Passage {name} of the example")),
        Actor("state:XA", "Example state", ("iso_alpha2", "XA"), ("name_zh-Hant", "範例國")),
        Actor("bloc:example-alliance", "Example alliance", ("valid_from", "2000-01-01")),
        Relation(("type", "LOCATED_IN"), ("from_id", "firm:example-tw-fab"), ("to_id", "state:XA")),
        Relation(("id", "member-of:example"), ("type", "MEMBER_OF"), ("from_id", "XA"), ("to_id", "bloc:example-alliance"), ("obligations", "DEFENSE;CONSULTATION"), ("valid_from", "2000-01-01")),
        Relation(("type", "PRODUCES"), ("from_id", "firm:example-tw-fab"), ("to_id", "product:example-854231"), ("share", "0.4")),
        .. s_flows.Select(flow => Relation(("type", "SUPPLIES"), ("from_id", $"firm:example-{flow[0]}"), ("to_id", $"firm:example-{flow[1]}"), ("product_id", $"product:example-{flow[2]}"),
            ("value_usd_per_year", flow[3]), ("input_group", flow[4]), ("transits", flow[5]), ("capacity_usd_per_year", flow[6]))),
    ];

    private static (string Column, string Text)[] Actor(string id, string name, params (string Column, string Text)[] cells) =>
        [(CsvColumns.Record, "actor"), ("id", id), (CsvColumns.Name, name), .. cells, .. Source()];

    private static (string Column, string Text)[] Relation(params (string Column, string Text)[] cells) =>
        [(CsvColumns.Record, "relation"), .. cells, .. Source()];

    private static (string Column, string Text)[] Source() => [("confidence", "DOUBTFUL"), ("source_title", Invented)];
}
