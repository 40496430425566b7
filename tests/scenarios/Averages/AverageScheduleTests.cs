using System.Globalization;
using GeoGraph.Cli.Averages;
using GeoGraph.Contracts.Tariffs.V1;
using GeoGraph.Scenarios.Facts;
using GeoGraph.Scenarios.Hts;

namespace GeoGraph.Scenarios.Averages;

/// <summary>With one of the published revisions.</summary>
public sealed class MeanRevision() : HtsWorld(MeanRevision.File)
{
    /// <summary>The revision's file.</summary>
    public const string File = "hts_2025_rev_18.json.gz";
}

/// <summary>Mean rates of the whole schedule against figures that others publish.</summary>
public sealed class AverageScheduleTests(MeanRevision world) : IClassFixture<MeanRevision>
{
    private const string File = HtsWorld.Folder + MeanRevision.File;
    private const string Imports = "data/us-measures/imports_by_country_gtap_2024.csv";

    // Four fifths of imports, by the Census Bureau's codes of countries.
    private static readonly Dictionary<string, string> States = new()
    {
        ["2010"] = "MX",
        ["5700"] = "CN",
        ["1220"] = "CA",
        ["4280"] = "DE",
        ["5880"] = "JP",
        ["5520"] = "VN",
        ["5800"] = "KR",
        ["5830"] = "TW",
        ["4190"] = "IE",
        ["5330"] = "IN",
        ["4759"] = "IT",
        ["4120"] = "GB",
        ["5490"] = "TH",
        ["4419"] = "CH",
        ["4279"] = "FR",
        ["5570"] = "MY",
        ["3510"] = "BR",
        ["5590"] = "SG",
        ["4210"] = "NL",
        ["5600"] = "ID",
    };

    // WTO, World Tariff Profiles, United States: simple average most-favoured-nation applied duty, all products, 3.3. That is over subheadings of six
    // digits, with equivalents of duties by quantity; here these are left out, and lines count within their subheading. Hence half a point.
    [SharedDataFact(File)]
    public async Task Ordinary_duty_from_an_origin_without_preference_is_about_the_published_mean()
    {
        var question = Question("2025-01-15");
        question.OriginIds.Add("state:DE");
        question.GroupBy.Add(AverageGroup.Line);
        var rows = (await AskAsync(question, [])).Rows.Where(row => row.Lines > 0);
        var subheadings = rows.GroupBy(row => row.Hs.Replace(".", "", StringComparison.Ordinal)[..6]).Select(group => group.Average(row => Number(row.SimplePercent))).ToList();
        Assert.InRange(subheadings.Count, 5000, 5700);
        Assert.InRange(subheadings.Average(), 2.8m, 3.8m);
    }

    [SharedDataFact(File)]
    public async Task The_whole_is_the_mean_of_its_origins()
    {
        string[] dates = ["2025-01-15", "2025-08-15", "2026-03-01"];
        var whole = await AskAsync(Question(dates), []);
        var question = Question(dates);
        question.GroupBy.Add(AverageGroup.Origin);
        var origins = (await AskAsync(question, [])).Rows.GroupBy(row => row.On).ToDictionary(group => group.Key);
        Assert.Equal(3, whole.Rows.Count);
        foreach (var row in whole.Rows)
        {
            Assert.InRange(row.Lines + row.Unrated, 4_000_000, 6_000_000);
            Assert.Equal((row.Lines, row.Unrated), (origins[row.On].Sum(origin => origin.Lines), origins[row.On].Sum(origin => origin.Unrated)));
            Assert.Equal(Number(row.SimplePercent), origins[row.On].Sum(origin => Number(origin.SimplePercent) * origin.Lines) / row.Lines, 4);
        }
        Assert.True(Number(whole.Rows[1].SimplePercent) > Number(whole.Rows[0].HighestSimplePercent) + 5m, "the duties of 2025 are on top");
    }

    // A tracker's statutory series, weighted by line and origin with imports of 2024: 2.66 on 2025-01-15, 16.0 on 2025-08-15, 12.4 on 2026-03-01. Imports by
    // country alone, spread evenly over lines, say nothing of which goods are traded, so that the level of ordinary duty is not comparable (dutiable clothing has
    // very many lines). What came on top is: its increase since January lies between the lowest and the highest, to two points.
    [SharedDataFact(Imports)]
    public async Task The_increase_weighted_by_origin_is_about_that_of_a_published_series()
    {
        var question = Question("2025-01-15", "2025-08-15", "2026-03-01");
        question.Facts["usmca_originating"] = "true";
        var rows = (await AskAsync(question, Weights())).Rows;
        foreach (var (row, increase) in rows.Skip(1).Zip([16.0m - 2.66m, 12.4m - 2.66m]))
        {
            Assert.True(increase > Number(row.WeightedPercent) - Number(rows[0].WeightedPercent) - 2m, $"{row} against {increase}");
            Assert.True(increase < Number(row.HighestWeightedPercent) - Number(rows[0].HighestWeightedPercent) + 2m, $"{row} against {increase}");
        }
    }

    private static IEnumerable<TradeWeight> Weights() => System.IO.File.ReadLines(SharedData.PathOf(Imports)).Skip(1)
        .Select(line => line.StartsWith('"') ? line[(line.IndexOf('"', 1) + 2)..].Split(',') : line.Split(',')[1..])
        .Where(cells => States.ContainsKey(cells[0]))
        .Select(cells => new TradeWeight { OriginId = "state:" + States[cells[0]], Value = cells[1] });

    private AverageQuestion Question(params string[] dates) =>
        new() { ImporterId = "state:US", Dates = { dates.Select(FactCheck.DayOf) }, Read = world.Session.Read };

    private async Task<GetAverageRatesResponse> AskAsync(AverageQuestion question, IEnumerable<TradeWeight> weights) =>
        (await AverageCall.AskAsync(world.Session.Tariffs, question, weights, 1_000_000, CancellationToken.None)).Answer;

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
