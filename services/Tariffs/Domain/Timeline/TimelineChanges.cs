namespace GeoGraph.Tariffs;

/// <summary>Compares measures by id.</summary>
internal sealed class MeasureIds : IEqualityComparer<Measure>
{
    /// <summary>The comparer.</summary>
    public static readonly MeasureIds Comparer = new();

    /// <summary>Same id.</summary>
    public bool Equals(Measure? x, Measure? y) => x?.Id == y?.Id;

    /// <summary>Hash of the id.</summary>
    public int GetHashCode(Measure obj) => obj.Id.GetHashCode();
}

/// <summary>Says which measures came and went between two steps, and why.</summary>
internal static class TimelineChanges
{
    /// <summary>The measures that a step charges, certainly or perhaps.</summary>
    public static IEnumerable<Measure> Charged(TimelineStep step) => step.Answer is not { } answer ? []
        : answer.Lines.Concat(answer.Undecided).Select(line => line.Measure).Concat(answer.Prohibitions);

    /// <summary>The later step with what came and went since the earlier one.</summary>
    public static TimelineStep Explain(TimelineStep earlier, TimelineStep later) => later with
    {
        Came = [.. Charged(later).Except(Charged(earlier), MeasureIds.Comparer).Select(measure => new TimelineChange(measure, Came(measure, earlier, later)))],
        Went = [.. Charged(earlier).Except(Charged(later), MeasureIds.Comparer).Select(measure => new TimelineChange(measure, Went(measure, later)))],
    };

    private static string Came(Measure measure, TimelineStep earlier, TimelineStep later)
    {
        if (measure.Effective.From == later.From)
            return $"in force from {later.From:yyyy-MM-dd}{Basis(measure)}";
        return Find(earlier, measure) is { } before ? $"no longer kept out ({before.Reason})" : $"applies from {later.From:yyyy-MM-dd}{Basis(measure)}";
    }

    private static string Went(Measure measure, TimelineStep later) =>
        Find(later, measure) is { } now ? now.Reason
        : measure.Effective.To is { } to && to <= later.From ? $"ended: the last day was {to.AddDays(-1):yyyy-MM-dd}"
        : $"no longer covers the entry from {later.From:yyyy-MM-dd}";

    private static NotAppliedMeasure? Find(TimelineStep step, Measure measure) =>
        step.Answer?.NotApplied.FirstOrDefault(entry => entry.Measure.Id == measure.Id);

    private static string Basis(Measure measure) => measure.LegalBasis.Length == 0 ? "" : $" by {measure.LegalBasis}";
}
