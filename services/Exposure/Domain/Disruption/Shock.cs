using GeoGraph.Core;

namespace GeoGraph.Exposure.Disruption;

/// <summary>What goes wrong: nodes that produce nothing, and flows of which only a part arrives.</summary>
internal sealed record Shock
{
    /// <summary>The most nodes of each kind that a shock names.</summary>
    public const int MaxNodes = 1000;

    /// <summary>The longest that a shock lasts, in days, inclusive.</summary>
    public const decimal MaxDays = 36_500m;

    /// <summary>Nodes that produce nothing; at most <see cref="MaxNodes"/>.</summary>
    public IReadOnlyList<EntityId> Removed { get; init; } = [];

    /// <summary>By the graph's number of a flow: the part of it that still arrives, 0 to 1. Flows that are not listed arrive whole.</summary>
    public IReadOnlyDictionary<int, decimal> Delivered { get; init; } = new Dictionary<int, decimal>();

    /// <summary>Nodes whose every input group counts as inessential, so that they lose output in proportion; at most <see cref="MaxNodes"/>.</summary>
    public IReadOnlyList<EntityId> Linear { get; init; } = [];

    /// <summary>How many days it lasts: more than 0, at most <see cref="MaxDays"/>. Null: each removed node until its own days of recovery, the rest for good.</summary>
    public decimal? Days { get; init; }

    /// <summary>How many days <see cref="Delivered"/> lasts where that differs from <see cref="Days"/>; bounds as there.</summary>
    public decimal? ClosureDays { get; init; }

    /// <summary>The parameters of an answer that the shock makes.</summary>
    public IEnumerable<(string Name, string Text)> Parameters()
    {
        yield return ("removed", string.Join(' ', Removed.Order()));
        yield return ("flows_shut", Delivered.Count.ToString(null, null));
        if (Linear.Count > 0)
            yield return ("linear", string.Join(' ', Linear.Order()));
        if (Days is { } days)
            yield return ("days", DecimalText.Print(days));
        if (ClosureDays is { } closure)
            yield return ("closure_days", DecimalText.Print(closure));
    }
}
