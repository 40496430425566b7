using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>When a measure counts, by the clock asked for.</summary>
internal static class MeasureDates
{
    /// <summary>True where the measure counts on the date.</summary>
    public static bool Contains(Measure measure, DutyClock clock, DateOnly asOf)
    {
        var (from, to) = Of(measure, clock);
        return (from is not { } first || first <= asOf) && (to is not { } end || asOf < end);
    }

    /// <summary>The first date, inclusive, and the end, exclusive; null for none. The end may precede the beginning: then it never counts.</summary>
    public static (DateOnly? From, DateOnly? To) Of(Measure measure, DutyClock clock) => clock switch
    {
        DutyClock.Collected => Bounds(measure.Collected ?? measure.Effective),
        DutyClock.Announced => (Later(measure.Effective.From, measure.AnnouncedOn), measure.Effective.To),
        DutyClock.Published => (Later(measure.Effective.From, measure.PublishedOn), measure.Effective.To),
        _ => Bounds(measure.Effective),
    };

    private static (DateOnly?, DateOnly?) Bounds(ValidPeriod period) => (period.From, period.To);

    private static DateOnly? Later(DateOnly? left, DateOnly? right) => left is { } l && right is { } r ? (l > r ? l : r) : left ?? right;
}
