using GeoGraph.Cli.Commands;
using GeoGraph.Cli.Reconcile;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.UnitTests.Cli;

public sealed class PaidFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("paid").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_json_list_gives_entries_and_ignores_other_keys()
    {
        var entry = Assert.Single(Read("a.json", """
            [{"id": "A", "importer": "us", "origin": "bloc:x", "hts": "8703.23.01", "entry_date": "2025-08-01", "known_at": null, "customs_value": 40000.10,
              "facts": {"usmca_originating": true, "us_content_share": 0.20}, "quantities": {"units": "1"}, "scenario": "S", "total_duty": "4000.00", "why": "x", "lines": []}]
            """));
        Assert.Empty(entry.Problems);
        Assert.Equal(("A", "state:US", "bloc:x", "40000.10"), (entry.Id, entry.Entry.ImporterId, entry.Entry.OriginId, entry.Entry.CustomsValue));
        Assert.Equal(("true", "0.20", "1"), (entry.Entry.Facts["usmca_originating"], entry.Entry.Facts["us_content_share"], entry.Entry.Quantities["units"]));
        Assert.Equal((4000.00m, "S", null), (entry.Paid, Assert.Single(entry.Question.ScenarioIds), entry.Question.KnownAt));
    }

    [Fact]
    public void A_csv_row_says_the_same_as_a_json_object()
    {
        var csv = Read("a.csv", """
            id,importer,origin,hts,entry_date,known_at,customs_value,facts,facts.transport,quantities.kg,total_duty
            A,US,JP,8712.00.15,2025-08-20,2025-09-17,100000.00,loaded_on=2025-08-01;special_program=KR,ocean,12.5,15000.00
            """);
        var json = Read("a.json", """
            [{"id": "A", "importer": "US", "origin": "JP", "hts": "8712.00.15", "entry_date": "2025-08-20", "known_at": "2025-09-17", "customs_value": "100000.00",
              "facts": {"loaded_on": "2025-08-01", "special_program": "KR", "transport": "ocean"}, "quantities": {"kg": "12.5"}, "total_duty": "15000.00"}]
            """);
        Assert.Equal((json[0].Entry, json[0].Question, json[0].Paid), (csv[0].Entry, csv[0].Question, csv[0].Paid));
    }

    [Fact]
    public void Everything_wrong_with_an_entry_is_told_at_once_and_the_others_stand()
    {
        var entries = Read("a.json", """
            [{"origin": "JP", "hts": "8712", "entry_date": "20.8.2025", "customs_value": "1e5", "facts": ["x"], "quantities": {"kg": {}}, "total_duty": "x"},
             {"importer": "US", "origin": "JP", "hts": "8712", "entry_date": "2025-08-20", "customs_value": "1"}]
            """);
        Assert.Equal(
            ["importer", "customs_value", "entry_date", "facts", "quantities.kg", "total_duty"],
            entries[0].Problems.Select(problem => problem.Split(':')[0]).OrderBy(field => Array.IndexOf(["importer", "customs_value", "entry_date", "facts", "quantities.kg", "total_duty"], field)));
        Assert.Equal(("1", "2"), (entries[0].Id, entries[1].Id));
        Assert.Empty(entries[1].Problems);
    }

    [Theory]
    [InlineData("a.json", "{}", "holds no list")]
    [InlineData("a.json", "null", "holds no list")]
    [InlineData("a.json", "[1]", "item 1 is no object")]
    [InlineData("a.json", "[", "is no JSON")]
    [InlineData("a.csv", "", "has no header")]
    [InlineData("a.csv", "id,id\n1,2\n", "names a column twice")]
    [InlineData("a.csv", "id,hts\n\"A\nB\",8712\nC,\"8712\n", "row 3: a quotation mark")]
    [InlineData("b.txt", "", "is no JSON")]
    public void A_file_that_is_no_list_of_entries_is_wrong_usage(string name, string text, string told) =>
        Assert.Contains(told, Assert.Throws<UsageException>(() => Read(name, text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("known_at", "[2025]")]
    [InlineData("total_duty", """{"a": 1}""")]
    [InlineData("currency", "[]")]
    [InlineData("customs_value", "{}")]
    public void A_field_that_is_no_single_value_is_told_and_never_taken_as_absent(string field, string value)
    {
        var entry = Assert.Single(Read("a.json", $$"""
            [{"importer": "US", "origin": "JP", "hts": "8712", "entry_date": "2025-08-20", "customs_value": "1", "{{field}}": {{value}}}]
            """.Replace(field == "customs_value" ? "\"customs_value\": \"1\", " : "\0", "", StringComparison.Ordinal)));
        Assert.Equal($"{field}: {value}: is a text, a number, true or false", Assert.Single(entry.Problems));
    }

    [Fact]
    public void A_text_that_is_no_unicode_refuses_its_entry_alone()
    {
        var entries = Read("a.json", """
            [{"id": "\ud800"}, {"id": "B", "importer": "US", "origin": "JP", "hts": "8712", "entry_date": "2025-08-20", "customs_value": "1"}]
            """);
        Assert.StartsWith("a text of the object is no Unicode", Assert.Single(entries[0].Problems), StringComparison.Ordinal);
        Assert.Equal(("1", "B", 0), (entries[0].Id, entries[1].Id, entries[1].Problems.Count));
    }

    [Fact]
    public void A_row_of_more_or_fewer_cells_than_columns_is_refused_alone()
    {
        var entries = Read("a.csv", """
            id,importer,origin,hts,entry_date,customs_value,,
            A,US,JP,8712,2025-08-20,1,,
            B,US,JP,8712,2025-08-20,1,,,
            C,US,JP,8712,2025-08-20,1,000,,15
            D,US,JP
            """);
        Assert.Equal(["", "", "the row has 9 cells and the header 8; a cell with a comma is quoted", "the row has 3 cells and the header 8; a cell with a comma is quoted"],
            entries.Select(entry => string.Concat(entry.Problems)));
    }

    [Theory]
    [InlineData(Outcome.Determined, "100.00", "100", "Equal", "0.00")]
    [InlineData(Outcome.Determined, "100.00", "90", "Differs", "10.00")]
    [InlineData(Outcome.Determined, "100.00", null, "Computed", null)]
    [InlineData(Outcome.Conditional, "100.00", "150", "Conditional", null)]
    [InlineData(Outcome.Conditional, "100.00", "200.01", "Differs", null)]
    [InlineData(Outcome.Conditional, "100.00", "99.99", "Differs", null)]
    [InlineData(Outcome.Prohibited, "", "0", "Prohibited", null)]
    public void Paid_stands_to_owed(Outcome outcome, string total, string? paid, string status, string? difference)
    {
        var result = new DutyResult { Outcome = outcome, TotalDuty = total, LowestTotal = total, HighestTotal = outcome == Outcome.Conditional ? "200.00" : total };
        var reconciled = new Reconciled(new PaidEntry("A", new Entry(), new DutyQuestion(), paid is null ? null : Parse(paid), []), result, "");
        Assert.Equal((status, difference is null ? null : Parse(difference)), (reconciled.Status.ToString(), reconciled.Difference));
    }

    private static decimal? Parse(string amount) => decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);

    private IReadOnlyList<PaidEntry> Read(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return [.. PaidFile.ReadAsync(path, CancellationToken.None).ToBlockingEnumerable()];
    }
}
