using GeoGraph.Core;
using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Structure;

/// <summary>Which way to look.</summary>
internal enum ReachDirection
{
    /// <summary>To suppliers, and theirs.</summary>
    Upstream,

    /// <summary>To buyers, and theirs.</summary>
    Downstream,
}

/// <summary>Who is reached at a tier.</summary>
/// <param name="Tier">The least number of flows between: 1 for direct suppliers or buyers.</param>
/// <param name="Count">How many nodes.</param>
/// <param name="Nodes">The first of them in order of id; all tiers together list at most as many as results are wanted.</param>
internal sealed record TierReach(int Tier, int Count, IReadOnlyList<EntityId> Nodes);

/// <summary>Who is upstream or downstream of a node.</summary>
/// <param name="Basis">How the answer came about.</param>
/// <param name="Tiers">In order of tier; empty where nobody is.</param>
/// <param name="Total">How many nodes in all tiers together, the node itself left out.</param>
internal sealed record ReachAnswer(AnswerBasis Basis, IReadOnlyList<TierReach> Tiers, int Total);
