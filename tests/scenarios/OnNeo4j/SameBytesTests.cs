using GeoGraph.Scenarios.Commands;

namespace GeoGraph.Scenarios.OnNeo4j;

/// <summary>What a program reads is the same to the byte, wherever the graph lies.</summary>
[RequiresNeo4j, Collection(Neo4jWorld.Collection)]
public sealed class SameBytesTests(World embedded, Neo4jWorld neo4j)
{
    private const string Machine = "--importer US --origin TW --hs 8457.10.00 --value 1000000 --fact content_value.steel=300000";

    /// <summary>Command lines that ask, beyond those that every command is tested with.</summary>
    public static TheoryData<string> Lines =>
    [
        .. AnswerCommandTests.Questions.Select(row => (string)row[0]).Distinct(),
        "actors list", "actors list --kind firm", "actors list --kind state --limit 7", "actors list --kind product",
        "actors search a", "actors search taiwan", "actors search 台灣", "actors search チップ", "actors search \"(:Actors)\"", "actors search `x`", "actors search nobody-has-this-name",
        "actors get state:US", "actors get product:logic-chip", "actors get firm:nobody",
        "actors relations --type supplies", "actors relations --type exports-to --as-of 2024-06-01", "actors relations --from firm:tsmc", "actors relations --to US",
        "actors relations --type member-of --to bloc:eu --as-of 1950-01-01", "actors commitments --towards TW --as-of 2026-03-02",
        "actors upstream --of firm:lockheed-martin", "actors upstream --of US --tiers 1 --limit 3 --as-of 2026-03-02",
        "agreements --between US --and TW --on 2026-03-01", "agreements --between US --and JP --on 1950-01-01", "agreements get agreement:us-jp-2025", "agreements get agreement:none",
        "agreements search tariff", "agreements search 協定", "agreements claims", "agreements claims --about firm:tsmc", "agreements timeline --from 1990-01-01 --to 2026-12-31",
        "agreements measures --by US --origin CN --on 2025-08-15", "agreements measures --by CN --origin US --on 2025-08-15", "agreements negotiations",
        $"duty {Machine} --on 2025-03-01", $"duty {Machine} --on 2025-09-01 --known-at 2025-06-01", $"rates {Machine} --from 2024-01-01 --to 2026-06-30",
        "reach --of firm:nvidia --downstream --on 2026-03-02", "brokers --on 2024-01-01", "exposure --of state:US --on state:TW --as-of 2026-03-02",
        "chokepoints --at chokepoint:suez --as-of 2026-03-02", "chokepoints --of firm:tesla --as-of 2026-03-02", "concentration --of state:US --as-of 2025-01-01",
        "consequences --close chokepoint:taiwan-strait --days 60 --on 2026-02-01", "what-if --end-agreement agreement:us-jp-2025 --on 2026-02-01",
        "partners --of JP --on 2026-03-02", "quota quota:us-uk-autos-2025 --on 2025-09-01",
    ];

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Json_is_the_same(string line)
    {
        string[] command = [.. line.Split(' '), "--json"];
        var expected = await embedded.RunAsync(command);
        Assert.NotEqual("", expected.Out + expected.Error);
        Assert.Equal(expected, await neo4j.RunAsync(command));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Tables_are_the_same(string line)
    {
        var expected = await embedded.RunAsync(line.Split(' '));
        Assert.Equal(expected, await neo4j.RunAsync(line.Split(' ')));
    }
}
