using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>Which version of the law a question sees.</summary>
internal static class Visibility
{
    /// <summary>
    /// True where what was known in <paramref name="known"/> (null: since <paramref name="since"/>) is seen. Null <paramref name="knownAt"/> is the settled
    /// view, which sees what is still held to be so; a date sees what was held to be so on it.
    /// </summary>
    /// <param name="known">When it was the version that people knew.</param>
    /// <param name="since">Stands in for a missing beginning of <paramref name="known"/>, as when a measure was announced; null where it was always known.</param>
    /// <param name="knownAt">The date of knowledge asked for.</param>
    public static bool Sees(ValidPeriod? known, DateOnly? since, DateOnly? knownAt)
    {
        if (knownAt is not { } on)
            return known?.To is null;
        return ((known?.From ?? since) is not { } from || from <= on) && (known?.To is not { } to || on < to);
    }

    /// <summary>True where the question sees this version of the measure.</summary>
    public static bool Sees(Measure measure, DateOnly? knownAt) => Sees(measure.Known, measure.AnnouncedOn, knownAt);
}
