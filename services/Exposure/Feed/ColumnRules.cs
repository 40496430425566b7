using GeoGraph.Core;

namespace GeoGraph.Exposure.Feed;

/// <summary>What all exported columns keep to; throws <see cref="InvalidDataException"/> where they do not.</summary>
internal static class ColumnRules
{
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>Dates from days since 1970-01-01, with the ends of the range for a missing bound.</summary>
    public static ValidPeriod Period(int from, int to)
    {
        try
        {
            return new ValidPeriod(
                from == int.MinValue ? null : DateOnly.FromDayNumber(from + Epoch), to == int.MaxValue ? null : DateOnly.FromDayNumber(to + Epoch));
        }
        catch (Exception error) when (error is ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"the days {from} to {to} are no period.", error);
        }
    }

    /// <summary>Checks that every column has an entry a row.</summary>
    public static void CheckLengths(int rows, params ReadOnlySpan<int> columns)
    {
        foreach (var entries in columns)
        {
            if (entries != rows)
                throw new InvalidDataException($"a column has {entries} entries where {rows} are due.");
        }
    }
}
