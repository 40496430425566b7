namespace GeoGraph.Core.Graph.Supply;

/// <summary>
/// An optional power of an <see cref="IGraphReader"/>: questions about what lies upstream, each answered by the database in one query. <see cref="SupplyReads"/> gives it for
/// every reader, with the same answers. Refusals, cancellation and revision are those of the reader.
/// </summary>
/// <remarks>
/// A relation counts on a date where it and both of its ends do. Former ids stand for the nodes that they name now; an unknown id is <see cref="ErrorReason.NotFound"/>.
/// More than <see cref="GraphLimits.MaxNeighbourhoodNodes"/> nodes upstream of one node, within the tiers asked for, are <see cref="ErrorReason.LimitExceeded"/>.
/// </remarks>
public interface ISupplyReader
{
    /// <summary>Who lies upstream of a node, by tier.</summary>
    Task<SupplyReach> ReachAsync(SupplyReachQuery query, CancellationToken cancellationToken);

    /// <summary>Who lies upstream of each of several nodes.</summary>
    Task<SharedSupply> SharedAsync(SharedSupplyQuery query, CancellationToken cancellationToken);

    /// <summary>The part of the graph that questions about some nodes' suppliers read: a walk, and what surrounds all that it meets.</summary>
    Task<SupplyPart> PartAsync(SupplyPartQuery query, CancellationToken cancellationToken);
}
