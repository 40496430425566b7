using GeoGraph.Cli.Commands;
using GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Cli.Import.Hts;

/// <summary>All records that the revisions at hand make: the schedule, its headings, the measures and their goods lists.</summary>
internal static class HtsRecords
{
    /// <summary>Whose schedule it is.</summary>
    public const string ImposedById = "state:US";

    /// <summary>The schedule's id.</summary>
    public const string ScheduleId = "tariff-schedule:us";

    /// <summary>What ids of headings begin with.</summary>
    public const string HeadingIds = "tariff-heading:us-";

    /// <summary>The authorities whose measures the schedule makes, all of them.</summary>
    public static IReadOnlyList<string> Authorities { get; } = [RateTable.General, RateTable.Other, RateTable.Special];

    /// <summary>Makes the records.</summary>
    /// <param name="history">The revisions; at least one.</param>
    /// <param name="programs">What the columns mean.</param>
    /// <param name="rates">The rates that the measures are made of.</param>
    public static IReadOnlyList<Record> Of(HtsHistory history, HtsPrograms programs, out RateTable rates)
    {
        var (revisions, lines) = (history.Revisions, history.Lines().ToArray());
        var sources = new HtsSources(revisions);
        rates = new RateTable(lines, programs);
        return
        [
            new Record { TariffSchedule = ScheduleOf(revisions, sources) },
            .. lines.GroupBy(line => line.Code[..4]).Select(group => new Record { TariffHeading = HeadingOf(group.Key, [.. group], sources) }),
            .. new RateMeasures(programs, sources).Of(rates),
        ];
    }

    private static TariffSchedule ScheduleOf(IReadOnlyList<(string Name, DateOnly From, int Rows)> revisions, HtsSources sources) => new()
    {
        Id = ScheduleId,
        Title = HtsSources.Title,
        ImposedById = ImposedById,
        Revisions = { revisions.Select(revision => new ScheduleRevision { Name = revision.Name, EffectiveFrom = revision.From.ToDate(), Rows = revision.Rows }) },
        Evidence = sources.On(null),
    };

    private static TariffHeading HeadingOf(string code, IReadOnlyList<TariffLine> lines, HtsSources sources)
    {
        DateOnly? until = lines.Any(line => line.Valid?.To is null) ? null : lines.Max(line => new DateOnly(line.Valid.To.Year, line.Valid.To.Month, line.Valid.To.Day));
        return new TariffHeading { Id = HeadingIds + code, ImposedById = ImposedById, Code = code, Lines = { lines }, Evidence = sources.On(until) };
    }
}
