using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

/// <summary>Short ways to write schedules of lines and questions for means down.</summary>
internal static class AverageWorld
{
    public static readonly EntityId Us = EntityId.Parse("state:US");

    public static ScheduleSource WithLines(this ScheduleSource source, params string[] codes) => source with { Nomenclatures = Lines(codes) };

    public static ScheduleSource WithStates(this ScheduleSource source, params string[] states) =>
        source with { States = [.. states.Select(state => new KnownState(EntityId.Parse("state:" + state), ValidPeriod.Always))] };

    public static NomenclatureTable Lines(params string[] codes) => NomenclatureTable.Compile(
        [new PublishedSchedule("tariff-schedule:us", "Schedule", Us, [new PublishedRevision("first", World.Day("2025-01-01"))])],
        [new PublishedHeading("tariff-heading:us", Us, [.. codes.Select(code => new NomenclatureLine { Digits = HsCode.Parse(code).Digits, Description = "line " + code })])]);

    public static AverageQuestion Question(params string[] dates) => new()
    {
        Importer = Us,
        Dates = [.. dates.DefaultIfEmpty("2025-09-01").Select(World.Day)],
    };

    public static TradeWeights Weights(params (string Origin, string Goods, decimal Value)[] weights)
    {
        var taken = new TradeWeights();
        foreach (var (origin, goods, value) in weights)
            taken.Add(EntityId.Parse("state:" + origin), goods, value);
        taken.Close();
        return taken;
    }

    public static (IReadOnlyList<AverageRow> Rows, IReadOnlyList<string> Notes) Ask(CompiledSchedule schedule, AverageQuestion question, TradeWeights? weights = null)
    {
        var averages = new AverageRates(schedule, question, weights ?? Weights());
        AverageRow[] rows = [.. averages.Rows(CancellationToken.None)];
        return (rows, averages.NotEvaluated);
    }

    /// <summary>The rows as texts: origin, authority, goods, simple mean, weighted mean, pairs, unrated pairs.</summary>
    public static IEnumerable<string> Tell(IEnumerable<AverageRow> rows) => rows.Select(row => string.Join(' ',
        new[] { row.Origin?.Name ?? "", row.Authority, row.Goods, Tell(row.Simple), Tell(row.Weighted), $"{row.Pairs}", $"{row.Unrated}" }.Where(text => text.Length > 0)));

    private static string Tell(RateMean? mean) => mean is not { } known ? "" : known.Lowest == known.Highest
        ? FormattableString.Invariant($"{known.Lowest:0.######}%") : FormattableString.Invariant($"{known.Lowest:0.######}-{known.Highest:0.######}%");
}
