using GeoGraph.Core;

namespace GeoGraph.Actors.Mapping;

/// <summary>Dates in columns: days since 1970-01-01, with the ends of the range for a missing bound.</summary>
internal static class ColumnDays
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>The first day of a period; the least number for no beginning.</summary>
    public static int From(ValidPeriod period) => period.From is { } date ? date.DayNumber - Epoch : int.MinValue;

    /// <summary>The first day after a period; the greatest number for no end.</summary>
    public static int To(ValidPeriod period) => period.To is { } date ? date.DayNumber - Epoch : int.MaxValue;
}
