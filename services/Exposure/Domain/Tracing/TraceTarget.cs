using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Tracing;

/// <summary>How far one flow meets what is asked about.</summary>
/// <param name="Part">The part of the flow that does.</param>
/// <param name="Via">The relations that tie the flow to it beside the flow itself.</param>
internal readonly record struct Hit(ShareRange Part, IReadOnlyList<EntityId> Via)
{
    /// <summary>Not at all.</summary>
    public static readonly Hit None = new(ShareRange.Zero, []);

    /// <summary>The whole flow, tied by these relations.</summary>
    public static Hit Whole(IReadOnlyList<EntityId> via, bool inferred) => new(ShareRange.Exactly(1m, inferred), via);
}

/// <summary>
/// What an exposure is to: a chokepoint, a state, a bloc, a product, or a firm or facility. One kind of target is one subclass.
/// </summary>
internal abstract class TraceTarget(EntityId id)
{
    /// <summary>The id asked about.</summary>
    public EntityId Id { get; } = id;

    /// <summary>How far a flow meets the target.</summary>
    public abstract Hit HitOf(GraphView view, int flow);

    /// <summary>The flows that may meet the target; every flow where the target knows no shorter way.</summary>
    public virtual IEnumerable<int> Candidates(GraphView view) => Enumerable.Range(0, view.Graph.Flows.Count);
}
