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

    /// <summary>Takes nodes sorted by id, with their outputs in units of <see cref="FixedPoint"/>, and all rows that it is compiled from.</summary>
    public CompiledGraph(EntityId[] nodeIds, NodeKind[] nodeKinds, long[] outputs, NodeRow[] nodeRows, RelationRow[] relationRows)
    {
        (NodeRows, RelationRows) = (nodeRows, relationRows);
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

    internal NodeRow[] NodeRows { get; }
    internal RelationRow[] RelationRows { get; }
    internal required NodeRow[] Nodes { get; init; }
    internal required RelationRow[] Rows { get; init; }

    /// <summary>What works out the passages of flows that state no transit; null for nothing.</summary>
    public IPassageInference? Inference { get; private init; }

    /// <summary>The node's id.</summary>
    public EntityId NodeId(int node) => _nodeIds[node];

    /// <summary>What the node is.</summary>
    public NodeKind KindOf(int node) => _nodeKinds[node];

    /// <summary>Output in USD per year; null where not stated.</summary>
    public decimal? OutputOf(int node) => FixedPoint.ToUsd(_outputs[node]);

    /// <summary>How long the node takes to come back once lost, in days; null where not stated.</summary>
    public decimal? RecoveryDaysOf(int node) => Nodes[node].RecoveryDays;

    /// <summary>How many days the buyer's stock of an input group meets full demand; null where not stated.</summary>
    public decimal? StockDaysOf(int group)
    {
        var name = Groups.Name(group);
        return Nodes[Groups.Buyer(group)].Stocks.FirstOrDefault(stock => stock.InputGroup == name)?.Days;
    }

    /// <summary>UN/LOCODE of the port that the node's flows are taken to use; null where not stated.</summary>
    public string? MainPortOf(int node) => Nodes[node].MainPort;

    /// <summary>The HS codes of a product, digits only; empty where none is stated, or the product is no node.</summary>
    public IReadOnlyList<string> HsCodesOf(EntityId product) => FindNode(product) is { } node ? Nodes[node].HsCodes : [];

    /// <summary>The node as a row, to be put changed; what counts as not stated is absent.</summary>
    public NodeRow RowOfNode(int node) => Nodes[node] with { OutputUsdPerYear = OutputOf(node) };

    /// <summary>The flow as a row, to be put changed; what is refused of it, and what is inferred of its passages, is absent.</summary>
    public RelationRow RowOfFlow(int flow) => Rows[flow];

    /// <summary>The flow of an id, or null where there is none.</summary>
    public int? FindFlow(EntityId id) => Array.FindIndex(Rows, row => row.Id == id) is >= 0 and var flow ? flow : null;

    /// <summary>The same graph, in which flows that state no transit pass what is inferred for their ends.</summary>
    public CompiledGraph With(IPassageInference inference) => new(_nodeIds, _nodeKinds, _outputs, NodeRows, RelationRows)
    {
        Nodes = Nodes,
        Rows = Rows,
        Periods = Periods,
        Flows = Flows,
        Groups = Groups,
        Transits = Transits.With(inference.For(this)),
        LocatedIn = LocatedIn,
        MemberOf = MemberOf,
        Owns = Owns,
        Produces = Produces,
        Products = Products,
        Inference = inference,
    };

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
