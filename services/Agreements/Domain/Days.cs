using GeoGraph.Core;

namespace GeoGraph.Agreements;

/// <summary>Stretches of days that records give with both ends inclusive.</summary>
internal static class Days
{
    /// <summary>From the first day to the last; one day where there is no last. The last day of the calendar has no next, so nothing ends after it.</summary>
    public static ValidPeriod Of(DateOnly first, DateOnly? last)
    {
        var end = last ?? first;
        return new ValidPeriod(first, end == DateOnly.MaxValue ? null : end.AddDays(1));
    }
}
