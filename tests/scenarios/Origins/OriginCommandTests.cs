using GeoGraph.Contracts.Tariffs.V1;
using Google.Protobuf;

namespace GeoGraph.Scenarios.Origins;

/// <summary><c>geograph origin</c>, <c>preference</c> and <c>compare</c> over the starter data; the bill is the one that the command line's README shows.</summary>
[Collection(World.Collection)]
public class OriginCommandTests(World world) : IDisposable
{
    private const string Car = """
        hs: 8703.23.01
        made_in_id: MX
        on: 2025-09-01
        net_cost: "100"
        labour_value: "41"
        materials:
          - {name: engine, hs: 8407.34, kind: core_parts, value: "20", origin_id: US}
          - {name: body steel, hs: 7210.49, kind: steel, value: "10", origin_id: US}
          - {name: panels, hs: 7606.12, kind: aluminum, value: "5", origin_id: CA}
          - {name: electronics, hs: 8537.10, value: "26", origin_id: CN}
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Origin_says_how_far_a_bill_is_from_qualifying()
    {
        var run = await world.RunAsync("origin", "--bill", Write(Car));
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("origin-rule:usmca-autos (agreement:usmca): does not qualify", run.Out, StringComparison.Ordinal);
        Assert.Contains("To qualify: reduce non-originating value by 1.00", run.Out, StringComparison.Ordinal);
        Assert.Contains("1 point ", run.Out, StringComparison.Ordinal);
        var earlier = await world.RunAsync("origin", "--bill", Write(Car), "--on", "2023-01-01", "--agreement", "agreement:usmca", "--json");
        var assessment = Assert.Single(JsonParser.Default.Parse<AssessOriginResponse>(earlier.Out).Assessments);
        Assert.Equal(("origin-rule:usmca-autos-2022", true), (assessment.RuleId, assessment.Qualifies));
    }

    [Fact]
    public async Task Preference_tells_what_may_be_claimed_and_why_not()
    {
        string[] entry = ["preference", "--importer", "US", "--origin", "MX", "--hs", "8703.23.01", "--value", "30000", "--on", "2025-09-01"];
        var refused = await world.RunAsync([.. entry, "--bill", Write(Car)]);
        Assert.True(refused.ExitCode == 0, refused.Error);
        Assert.Contains("refused", refused.Out, StringComparison.Ordinal);
        var stated = await world.RunAsync([.. entry, "--fact", "usmca_originating=true", "--json"]);
        Assert.Equal(PreferenceStanding.Lawful, JsonParser.Default.Parse<FindPreferenceResponse>(stated.Out).Options[0].Standing);
    }

    [Fact]
    public async Task Compare_lists_origins_the_cheapest_first()
    {
        string[] line = ["compare", "--importer", "US", "--origin", "TW", "--hs", "8457.10.00", "--value", "1000000", "--fact", "content_value.steel=300000", "--on", "2025-09-01",
            "--with", "TW", "--with", "JP"];
        var run = await world.RunAsync(line);
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.True(run.Out.IndexOf("state:JP", StringComparison.Ordinal) < run.Out.LastIndexOf("state:TW", StringComparison.Ordinal), run.Out);
        Assert.Equal(["state:JP", "state:TW"], JsonParser.Default.Parse<CompareOriginsResponse>((await world.RunAsync([.. line, "--json"])).Out).Origins.Select(origin => origin.OriginId));
    }

    [Fact]
    public async Task A_bill_that_cannot_be_read_is_wrong_usage_with_every_problem_in_its_place()
    {
        var run = await world.RunAsync("origin", "--bill", Write("hs: 8703.23\nweight: 7\non: yesterday\n"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("2:1", run.Error, StringComparison.Ordinal);
        Assert.Contains("weight", run.Error, StringComparison.Ordinal);
        Assert.Contains("yesterday", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await world.RunAsync("origin", "--bill", "no-such-file.yaml")).ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    private string Write(string text)
    {
        var file = Path.Combine(_folder.Path, "car.yaml");
        File.WriteAllText(file, text);
        return file;
    }
}
