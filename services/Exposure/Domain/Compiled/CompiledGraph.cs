using System.Text;
using GeoGraph.Core;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Compiled;

/// <summary>
/// The whole graph over all dates as columns of numbers: immutable, so any number of questions read it at once. Nodes are
/// numbered in ordinal order of id, so the order in which rows arrived leaves no trace. Ids are kept as UTF-8 and made when they are asked for.
/// Questions go through <see cref="At"/>.
/// </summary>
internal sealed class CompiledGraph
{
    /// <summary>A graph without nodes.</summary>
    public static readonly CompiledGraph Empty = new();

    /// <summary>How many nodes there are.</summary>
    public int NodeCount => Nodes.Count;

    /// <summary>All nodes.</summary>
    public NodeTable Nodes { get; init; } = NodeTable.Empty;

    /// <summary>All distinct periods.</summary>
    public PeriodTable Periods { get; init; } = PeriodTable.Empty;

    /// <summary>All flows.</summary>
    public FlowTable Flows { get; init; } = new(FlowColumns.Empty);

    /// <summary>All input groups.</summary>
    public GroupTable Groups { get; init; } = GroupTable.Empty;

    /// <summary>All passages.</summary>
    public TransitTable Transits { get; init; } = new(FlowColumns.Empty.Text, PassageLists.Empty, new(FlowColumns.Empty), GroupTable.Empty);

    /// <summary>The relations that are no flows, by <see cref="RelationKind"/>; null for flows.</summary>
    public RelationTable?[] Tables { get; init; } = RelationTables.Empty;

    /// <summary>Firm or facility to state.</summary>
    public RelationTable LocatedIn => Tables[(int)RelationKind.LocatedIn]!;

    /// <summary>State to bloc.</summary>
    public RelationTable MemberOf => Tables[(int)RelationKind.MemberOf]!;

    /// <summary>Owner to asset.</summary>
    public RelationTable Owns => Tables[(int)RelationKind.Owns]!;

    /// <summary>Producer to product.</summary>
    public RelationTable Produces => Tables[(int)RelationKind.Produces]!;

    /// <summary>The products that flows name, sorted by id; a product need not be a node.</summary>
    public EntityId[] Products { get; init; } = [];

    /// <summary>The rows that the columns do not hold as they stand.</summary>
    public Residue Residue { get; init; } = Residue.None;

    /// <summary>What compiling found.</summary>
    public CompileReport Report { get; init; } = new() { Findings = [], RelationsTaken = 0, RelationsRefused = 0, RelationsUnused = 0 };

    /// <summary>What works out the passages of flows that state no transit; null for nothing.</summary>
    public IPassageInference? Inference { get; private init; }

    /// <summary>The node's id.</summary>
    public EntityId NodeId(int node) => Nodes.Id(node);

    /// <summary>What the node is.</summary>
    public NodeKind KindOf(int node) => Nodes.Kinds[node];

    /// <summary>Output in USD per year; null where not stated.</summary>
    public decimal? OutputOf(int node) => Nodes.Output[node] is var output && output == 0 && Residue.ZeroWithSales.Contains(node) ? null : FixedPoint.ToUsd(output);

    /// <summary>How long the node takes to come back once lost, in days; null where not stated.</summary>
    public decimal? RecoveryDaysOf(int node) => Nodes.FactsAt(node)?.RecoveryDays;

    /// <summary>How many days the buyer's stock of an input group meets full demand; null where not stated.</summary>
    public decimal? StockDaysOf(int group)
    {
        if (Nodes.FactsAt(Groups.Buyer(group)) is not { Stocks.Count: > 0 } facts)
            return null;
        var name = Groups.Name(group);
        return facts.Stocks.FirstOrDefault(stock => stock.InputGroup == name)?.Days;
    }

    /// <summary>UN/LOCODE of the port that the node's flows are taken to use; null where not stated.</summary>
    public string? MainPortOf(int node) => Nodes.FactsAt(node)?.MainPort;

    /// <summary>The HS codes of a product, digits only; empty where none is stated, or the product is no node.</summary>
    public IReadOnlyList<string> HsCodesOf(EntityId product) => FindNode(product) is { } node ? Nodes.FactsAt(node)?.HsCodes ?? [] : [];

    /// <summary>The node as its row states it, to be put changed.</summary>
    public NodeRow RowOfNode(int node) => RowReader.Node(this, node);

    /// <summary>The flow as its row states it, to be put changed; what is inferred of its passages is absent.</summary>
    public RelationRow RowOfFlow(int flow) => RowReader.Flow(this, flow);

    /// <summary>The relation of an id as its row states it, refused ones among them; null where there is none.</summary>
    public RelationRow? RowOfRelation(EntityId id) => RowReader.Find(this, id);

    /// <summary>The flow of an id, or null where there is none.</summary>
    public int? FindFlow(EntityId id) => Flows.Find(Encoding.UTF8.GetBytes(id.Value)) is >= 0 and var flow ? flow : null;

    /// <summary>The node's number, or null where there is none of this id.</summary>
    public int? FindNode(EntityId id) => Nodes.Place(Encoding.UTF8.GetBytes(id.Value)) is >= 0 and var node ? node : null;

    /// <summary>The number of a product that flows name, or null.</summary>
    public int? FindProduct(EntityId id) => Array.BinarySearch(Products, id) is >= 0 and var product ? product : null;

    /// <summary>True where the relation is inferred.</summary>
    /// <param name="relation">The relation.</param>
    /// <param name="withPassages">True where a relation of which a passage is inferred is one as well.</param>
    public bool IsInferred(EntityId relation, bool withPassages)
    {
        var id = Encoding.UTF8.GetBytes(relation.Value);
        if (Flows.Find(id) is >= 0 and var flow)
            return Flows.Flags(flow).Inferred || (withPassages && Transits.IsInferred(flow));
        foreach (var table in Tables)
        {
            if (table is not null && table.Place(id) is >= 0 and var row)
                return table.Flags(row).Inferred;
        }
        return false;
    }

    /// <summary>The same graph, in which flows that state no transit pass what is inferred for their ends.</summary>
    public CompiledGraph With(IPassageInference? inference) => new()
    {
        Nodes = Nodes,
        Periods = Periods,
        Flows = Flows,
        Groups = Groups,
        Transits = Transits.With(inference?.For(this)),
        Tables = Tables,
        Products = Products,
        Residue = Residue,
        Report = Report,
        Inference = inference,
    };

    /// <summary>The graph as it stands on a date, on evidence of at least the given confidence.</summary>
    /// <param name="asOf">The date whose facts count.</param>
    /// <param name="revisions">The revisions that the graph was compiled from; every answer repeats them.</param>
    /// <param name="evidence">Which evidence counts; all where null.</param>
    public GraphView At(DateOnly asOf, RevisionToken revisions, EvidenceRule? evidence = null) =>
        new(this, asOf, revisions, evidence ?? EvidenceRule.All);
}
