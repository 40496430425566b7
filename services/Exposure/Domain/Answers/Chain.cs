using GeoGraph.Core;

namespace GeoGraph.Exposure.Answers;

/// <summary>
/// A chain of flows from a buyer up to what is asked about: the reason for a figure, from whose relations a caller fetches the sources.
/// </summary>
/// <param name="Nodes">The buyer, its supplier, and so on upstream; one more than <paramref name="Relations"/>.</param>
/// <param name="Relations">The flows, the one into the buyer first. Their number is the tier.</param>
/// <param name="Placement">Relations that tie the last flow to what is asked about (location, membership, ownership); empty where it is tied directly.</param>
/// <param name="Share">Product of the flows' shares and of the part of the last one that counts, 0 to 1; null where one of them is unknown.</param>
/// <param name="AtMost">The share, or the most it can be where it is unknown.</param>
/// <param name="Inferred">True where any part of it is inferred.</param>
internal sealed record Chain(
    IReadOnlyList<EntityId> Nodes,
    IReadOnlyList<EntityId> Relations,
    IReadOnlyList<EntityId> Placement,
    decimal? Share,
    decimal AtMost,
    bool Inferred)
{
    /// <summary>How many flows lie between: 1 for a direct supplier.</summary>
    public int Tier => Relations.Count;
}
