using System.Text.RegularExpressions;

namespace GeoGraph.Scenarios.SmallWorld;

/// <summary>Every figure of the small world, from its file to the screen.</summary>
public partial class SmallWorldTests(SmallWorldHost world) : IClassFixture<SmallWorldHost>
{
    /// <summary>A command line, and rows that its tables show, cells separated by one blank.</summary>
    public static TheoryData<string, string[]> Figures => new()
    {
        { "concentration --of firm:MX_ECU", ["chip 0.625 MY_OSAT 75%, DE_SEMI 25% 0%"] },
        { "concentration --of firm:MX_ECU --look-through --level state", ["chip 0.445 TW 60%, DE 25%, KR 15% 0%"] },
        { "reliance --of firm:US_OEM --on-actor firm:CN_REFINE", ["CN_REFINE 6% 1% 0%"] },
        { "reliance --of firm:US_OEM --on-actor firm:TW_FAB", ["TW_FAB 8% 8% 0%"] },
        { "single-points --of firm:US_OEM", ["KR_CATHODE", "MX_ECU", "US_PACK"] },
        { "cut-sets --of firm:US_OEM", ["AU_MINE and CL_MINE", "CL_MINE and CN_REFINE", "DE_SEMI and MY_OSAT"] },
        { "disrupt --remove firm:CN_REFINE", ["1,200 of 2,250 USD a year", "US_OEM 25% 750 pack 80 10 20.5479", "US_PACK 25% 300 cathode", "KR_CATHODE 25% 90 li"] },
        { "disrupt --remove firm:CN_REFINE --days 90 --of firm:US_OEM", ["US_OEM 25% 750 pack 80 10 20.5479", "US_OEM is short of pack from day 80: 25% of it is left"] },
        { "disrupt --remove firm:CN_REFINE --linear firm:US_OEM --of firm:US_OEM", ["US_OEM 57.14%"] },
        { "disrupt --remove firm:MY_OSAT --of firm:US_OEM", ["US_OEM 25%"] },
        { "disrupt --remove firm:TW_FAB --of firm:US_OEM", ["US_OEM 40%"] },
        { "disrupt --remove firm:KR_FAB --of firm:US_OEM", ["US_OEM 85%"] },
        { "disrupt --remove firm:DE_SEMI --of firm:US_OEM", ["US_OEM 75%"] },
        { "disrupt --remove firm:AU_MINE --of firm:US_OEM", ["US_OEM 40%"] },
        { "disrupt --remove firm:CL_MINE --of firm:US_OEM", ["US_OEM 60%"] },
        { "disruptions --of firm:US_OEM", ["CN_REFINE 750 25%", "KR_FAB 150 85%"] },
        { "chokepoints --of firm:MY_OSAT --at chokepoint:taiwan-strait", ["MY_OSAT wafer taiwan-strait 1 60% 60%"] },
        { "chokepoints --of firm:MX_ECU --at chokepoint:taiwan-strait", ["MX_ECU chip taiwan-strait 2 45% 45%"] },
        { "maximum-flow --of firm:MX_ECU", ["170 USD a year can reach it", "DE_SEMI MX_ECU 60 60 supplies:DE_SEMI-MX_ECU", "MY_OSAT MX_ECU 110 110 supplies:MY_OSAT-MX_ECU"] },
        { "reach --of firm:MX_ECU", ["1 2 DE_SEMI, MY_OSAT", "2 2 KR_FAB, TW_FAB"] },
        { "reach --of firm:TW_FAB --downstream", ["1 1 MY_OSAT", "2 1 MX_ECU", "3 1 US_OEM"] },
        { "bottlenecks --of firm:US_PACK", ["KR_CATHODE 1 3 yes", "CN_REFINE 2 1"] },
        { "brokers", ["KR_CATHODE 6"] },
    };

    /// <summary>Scenarios: what the second table shows of the figures that differ.</summary>
    public static TheoryData<string, string[]> Differences => new()
    {
        { "concentration --of firm:MX_ECU --remove firm:MY_OSAT", ["Under the scenario: without firm:MY_OSAT", "chip / hhi 0.625 1 +0.375", "chip / MY_OSAT 0.75 - -0.75", "chip / DE_SEMI 0.25 1 +0.75"] },
        { "chokepoints --of firm:MY_OSAT --close chokepoint:taiwan-strait", ["MY_OSAT / wafer / taiwan-strait / tier 1 0.6 - -0.6", "MY_OSAT / wafer / luzon / tier 1 0.4 1 +0.6"] },
        { "concentration --of firm:MX_ECU --end-agreement agreement:none@2026-03-01", ["Nothing differs."] },
        { "disrupt --remove firm:CN_REFINE --of firm:US_OEM --scenario more-from-chile.yaml", ["US_OEM 25% 750", "Under the scenario: more from Chile", "US_OEM / level 0.25 0.75 +0.5", "lost usd per year 1,200 440 -760"] },
        { "exposure --of firm:MX_ECU --on firm:VN_FAB --scenario second-fab.yaml", ["The baseline has it not", "Under the scenario: second-fab", "chip - 0.5 +0.5"] },
        { "maximum-flow --of firm:MX_ECU --scenario second-fab.yaml --remove supplies:DE_SEMI-MX_ECU", ["Under the scenario: second-fab; without supplies:DE_SEMI-MX_ECU", "maximum flow 170 -"] },
    };

    [Theory]
    [MemberData(nameof(Figures))]
    [MemberData(nameof(Differences))]
    public async Task A_person_reads_it(string line, string[] rows)
    {
        var run = await RunAsync(line);

        Assert.True(run.ExitCode == 0, run.Error);
        var text = string.Join('\n', run.Out.Split('\n').Select(shown => Blanks().Replace(shown.Trim(), " ")));
        Assert.All(rows, row => Assert.Contains(row, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_that_a_limit_cuts_goes_on_from_its_cursor()
    {
        var first = await RunAsync("single-points --of firm:US_OEM --limit 2");
        var cursor = Cursor().Match(first.Out).Groups[1].Value;
        var second = await RunAsync($"single-points --of firm:US_OEM --limit 2 --cursor {cursor}");
        var other = await RunAsync($"single-points --of firm:US_PACK --limit 2 --cursor {cursor}");

        Assert.Contains("MX_ECU", first.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("MX_ECU", second.Out, StringComparison.Ordinal);
        Assert.Contains("US_PACK", second.Out, StringComparison.Ordinal);
        Assert.Equal((1, ""), (other.ExitCode, other.Out));
        Assert.Contains("INVALID_PAGE_TOKEN", other.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exposure --of firm:MX_ECU --on firm:TW_FAB --scenario nowhere.yaml", 2, "is no file")]
    [InlineData("reach --of firm:MX_ECU --end-agreement agreement:x@2026-13-01", 2, "\"2026-13-01\" is no date of the calendar")]
    [InlineData("disrupt --of firm:MX_ECU", 2, "give --remove, --close or both")]
    [InlineData("disrupt --remove firm:MX_ECU --days 0", 1, "shock.days")]
    [InlineData("reach --of firm:MX_ECU --remove firm:nobody", 1, "NOT_FOUND")]
    [InlineData("reach --of firm:MX_ECU --remove chokepoint:luzon --close chokepoint:luzon", 1, "question.scenarios[0].changes[0]")]
    [InlineData("cut-sets --of firm:MX_ECU --max-size 9", 1, "LIMIT_EXCEEDED")]
    public async Task What_cannot_be_asked_says_why(string line, int exitCode, string expected)
    {
        var run = await RunAsync(line);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Out));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_file_is_refused_with_every_mistake_and_its_line()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "wrong.yaml");
        await File.WriteAllTextAsync(file, "nam: x\nchanges:\n  - remove_id: firm:a\n    close_chokepoint: {chokepoint_id: chokepoint:b}\n  - adjust_actor: {actor: firm:a}\n");
        var run = await RunAsync($"reach --of firm:MX_ECU --scenario {file}");

        Assert.Equal(2, run.ExitCode);
        foreach (var expected in (string[])["wrong.yaml:1:", "wrong.yaml:4:", "wrong.yaml:5:", "is no field of Scenario", "a change is one of them", "is no field of ActorAdjustment"])
            Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    private Task<CommandRun> RunAsync(string line) =>
        world.RunAsync([.. line.Split(' ').Select(word => word is "more-from-chile.yaml" or "second-fab.yaml" ? SmallWorldHost.PathOf(word) : word), "--as-of", "2026-02-01"]);

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();

    [GeneratedRegex("--cursor (\\S+)")]
    private static partial Regex Cursor();
}
