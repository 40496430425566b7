using GeoGraph.Core;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Compiled;

/// <summary>
/// The whole graph over all dates as columns of numbers: immutable, so any number of questions read it at once. Nodes are
/// numbered in ordinal order of id, so the order in which rows arrived leaves no trace. Questions go through <see cref="At"/>.
/// </summary>
internal sealed class CompiledGraph
{
    private readonly EntityId[] _nodeIds;
    private readonly NodeKind[] _nodeKinds;
    private readonly long[] _outputs;

    /// <summary>Takes nodes sorted by id, with their outputs in units of <see cref="FixedPoint"/>.</summary>
    public CompiledGraph(EntityId[] nodeIds, NodeKind[] nodeKinds, long[] outputs)
    {
        _nodeIds = nodeIds;
        _nodeKinds = nodeKinds;
        _outputs = outputs;
    }

    /// <summary>How many nodes there are.</summary>
    public int NodeCount => _nodeIds.Length;

    /// <summary>All distinct periods.</summary>
    public required PeriodTable Periods { get; init; }

    /// <summary>All flows.</summary>
    public required FlowTable Flows { get; init; }

    /// <summary>All input groups.</summary>
    public required GroupTable Groups { get; init; }

    /// <summary>All passages.</summary>
    public required TransitTable Transits { get; init; }

    /// <summary>Firm or facility to state.</summary>
    public required RelationTable LocatedIn { get; init; }

    /// <summary>State to bloc.</summary>
    public required RelationTable MemberOf { get; init; }

    /// <summary>Owner to asset.</summary>
    public required RelationTable Owns { get; init; }

    /// <summary>Producer to product.</summary>
    public required RelationTable Produces { get; init; }

    /// <summary>The products that flows name, sorted by id; a product need not be a node.</summary>
    public required EntityId[] Products { get; init; }

    /// <summary>The node's id.</summary>
    public EntityId NodeId(int node) => _nodeIds[node];

    /// <summary>What the node is.</summary>
    public NodeKind KindOf(int node) => _nodeKinds[node];

    /// <summary>Output in USD per year; null where not stated.</summary>
    public decimal? OutputOf(int node) => FixedPoint.ToUsd(_outputs[node]);

    /// <summary>The node's number, or null where there is none of this id.</summary>
    public int? FindNode(EntityId id) => Array.BinarySearch(_nodeIds, id) is >= 0 and var node ? node : null;

    /// <summary>The number of a product that flows name, or null.</summary>
    public int? FindProduct(EntityId id) => Array.BinarySearch(Products, id) is >= 0 and var product ? product : null;

    /// <summary>The graph as it stands on a date, on evidence of at least the given confidence.</summary>
    /// <param name="asOf">The date whose facts count.</param>
    /// <param name="revisions">The revisions that the graph was compiled from; every answer repeats them.</param>
    /// <param name="evidence">Which evidence counts; all where null.</param>
    public GraphView At(DateOnly asOf, RevisionToken revisions, EvidenceRule? evidence = null) =>
        new(this, asOf, revisions, evidence ?? EvidenceRule.All);
}
