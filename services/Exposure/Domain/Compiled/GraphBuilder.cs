using GeoGraph.Core;

namespace GeoGraph.Exposure.Compiled;

/// <summary>A compiled graph and what compiling found.</summary>
internal sealed record CompileResult(CompiledGraph Graph, CompileReport Report);

/// <summary>
/// Compiles rows into a <see cref="CompiledGraph"/>. Never throws on data: a row that breaks a rule is left out and named in the
/// report (<see cref="DataFault"/> says which rule does what). Cycles are no fault. The result does not depend on the order of rows.
/// </summary>
internal sealed class GraphBuilder
{
    private readonly RowChecks _checks = new();
    private readonly PeriodTable _periods = new();
    private readonly List<NodeRow> _nodes;
    private readonly Dictionary<EntityId, int> _indexOf = [];

    private GraphBuilder(IEnumerable<NodeRow> nodes)
    {
        _nodes = _checks.Unique(nodes, node => node.Id);
        for (var i = 0; i < _nodes.Count; i++)
            _indexOf[_nodes[i].Id] = i;
    }

    /// <summary>Compiles nodes and relations over all dates.</summary>
    /// <param name="nodes">The nodes, in any order.</param>
    /// <param name="relations">The relations, in any order.</param>
    /// <param name="inference">Works out what flows pass that state no transit; null for nothing.</param>
    public static CompileResult Build(IEnumerable<NodeRow> nodes, IEnumerable<RelationRow> relations, IPassageInference? inference = null)
    {
        NodeRow[] nodeRows = [.. nodes];
        RelationRow[] relationRows = [.. relations];
        return new GraphBuilder(nodeRows).Compile(nodeRows, relationRows, inference);
    }

    /// <summary>The graph with some rows changed: what compiling all rows anew would give. The graph given stays as it is.</summary>
    public static CompileResult Apply(CompiledGraph graph, GraphChanges changes)
    {
        var removed = changes.Removed.ToHashSet();
        var nodes = changes.PutNodes.GroupBy(row => row.Id).ToDictionary(rows => rows.Key, rows => rows.Last());
        var relations = changes.PutRelations.GroupBy(row => row.Id).ToDictionary(rows => rows.Key, rows => rows.Last());
        return Build(
            graph.NodeRows.Where(row => !removed.Contains(row.Id) && !nodes.ContainsKey(row.Id)).Concat(nodes.Values),
            graph.RelationRows.Where(row => !removed.Contains(row.Id) && !removed.Contains(row.From) && !removed.Contains(row.To) && !relations.ContainsKey(row.Id))
                .Concat(relations.Values),
            graph.Inference);
    }

    private CompileResult Compile(NodeRow[] nodeRows, RelationRow[] rows, IPassageInference? inference)
    {
        var taken = Check(_checks.Unique(rows, row => row.Id));
        var unused = taken.RemoveAll(relation => relation.Row.Kind is RelationKind.Requires or RelationKind.Controls);
        var flowsById = taken.FindAll(relation => RowChecks.IsFlow(relation.Row));
        var flows = InOrderOfGroup(flowsById);
        var (groups, groupOfFlow) = GroupFlows(flows);
        EntityId[] products = [.. flowsById.Select(flow => flow.Row.Product).OfType<EntityId>().Distinct().Order()];
        var productIndex = products.Select((product, index) => (product, index)).ToDictionary(entry => entry.product, entry => entry.index);
        var table = new FlowTable(_nodes.Count, flows, groupOfFlow, product => product is { } id ? productIndex[id] : -1);
        var stated = flows.Index().Where(flow => flow.Item.Row.Transits.Count > 0)
            .ToDictionary(flow => flow.Index, flow => _checks.AcceptTransits(flow.Item.Row, FindChokepoint).ToArray());
        var graph = new CompiledGraph([.. _nodes.Select(node => node.Id)], [.. _nodes.Select(node => node.Kind)], Outputs(flowsById), nodeRows, rows)
        {
            Nodes = [.. _nodes.Select(Accepted)],
            Rows = [.. flows.Select(flow => flow.Row)],
            Periods = _periods,
            Flows = table,
            Groups = groups,
            Transits = new TransitTable(stated, table, groups),
            LocatedIn = Table(taken, RelationKind.LocatedIn),
            MemberOf = Table(taken, RelationKind.MemberOf),
            Owns = Table(taken, RelationKind.Owns),
            Produces = Table(taken, RelationKind.Produces),
            Products = products,
        };
        GroupSums.NoteExcesses(graph, _checks);
        return new CompileResult(inference is null ? graph : graph.With(inference), new CompileReport
        {
            Findings = _checks.Findings,
            RelationsTaken = taken.Count,
            RelationsRefused = rows.Length - taken.Count - unused,
            RelationsUnused = unused,
        });
    }

    private List<CheckedRelation> Check(List<RelationRow> rows)
    {
        var taken = new List<CheckedRelation>(rows.Count);
        foreach (var row in rows)
        {
            if (_checks.Accepts(row) && FindEnd(row, row.From, "from") is { } from && FindEnd(row, row.To, "to") is { } to
                && FindPeriod(row, from, to) is { } period)
            {
                taken.Add(new CheckedRelation(row, from, to, period));
            }
        }
        return taken;
    }

    private int? FindEnd(RelationRow row, EntityId end, string field)
    {
        if (_indexOf.TryGetValue(end, out var node))
            return node;
        _checks.Note(row.Id, DataFault.AbsentNode, $"{field} is {end}, which is no node of the graph");
        return null;
    }

    private int? FindPeriod(RelationRow row, int from, int to)
    {
        var period = _periods.Intern(row.Valid, _nodes[from].Valid, _nodes[to].Valid);
        if (period is null)
            _checks.Note(row.Id, DataFault.NeverValid, $"{row.Valid} shares no date with {_nodes[from].Valid} of {row.From} and {_nodes[to].Valid} of {row.To}");
        return period;
    }

    // By buyer, kind and name of group, then by id, in which order the flows come: names are ranked once, so that the sort compares two numbers.
    private static List<CheckedRelation> InOrderOfGroup(List<CheckedRelation> flows)
    {
        var rank = flows.Select(NameOfGroup).Distinct().Order(StringComparer.Ordinal)
            .Select((name, index) => (name, index)).ToDictionary(entry => entry.name, entry => entry.index, StringComparer.Ordinal);
        return [.. flows.OrderBy(flow => ((long)flow.To << 32) | ((IsTrade(flow) ? 1L : 0L) << 31) | (long)rank[NameOfGroup(flow)])];
    }

    private (GroupTable Groups, int[] GroupOfFlow) GroupFlows(List<CheckedRelation> flows)
    {
        var groups = new List<(int Buyer, bool Trade, string Name)>();
        var firstFlow = new List<int>();
        var groupOfFlow = new int[flows.Count];
        for (var flow = 0; flow < flows.Count; flow++)
        {
            var key = (flows[flow].To, IsTrade(flows[flow]), NameOfGroup(flows[flow]));
            if (groups.Count == 0 || groups[^1] != key)
            {
                groups.Add(key);
                firstFlow.Add(flow);
            }
            groupOfFlow[flow] = groups.Count - 1;
        }
        firstFlow.Add(flows.Count);
        return (new GroupTable(_nodes.Count, groups, [.. firstFlow]), groupOfFlow);
    }

    private long[] Outputs(List<CheckedRelation> flows)
    {
        var sells = flows.Where(flow => flow.Row.ValueUsdPerYear > 0m).Select(flow => flow.From).ToHashSet();
        var outputs = new long[_nodes.Count];
        for (var i = 0; i < outputs.Length; i++)
        {
            var stated = _nodes[i].OutputUsdPerYear;
            var fault = stated is < 0m or > FixedPoint.MaxUsd ? DataFault.OutputOutOfRange
                : stated == 0m && sells.Contains(i) ? DataFault.ZeroOutputWithSales
                : (DataFault?)null;
            if (fault is { } found)
                _checks.Note(_nodes[i].Id, found, $"output is {DecimalText.Print(stated!.Value)}");
            outputs[i] = FixedPoint.FromUsd(fault is null ? stated : null);
        }
        return outputs;
    }

    private NodeRow Accepted(NodeRow row) => row with
    {
        RecoveryDays = _checks.AcceptDays(row.Id, "recovery", row.RecoveryDays),
        Stocks = [.. row.Stocks.Where(stock => _checks.AcceptDays(row.Id, $"stock of '{stock.InputGroup}'", stock.Days) is not null)],
    };

    private RelationTable Table(List<CheckedRelation> taken, RelationKind kind) =>
        new(_nodes.Count, [.. taken.Where(relation => relation.Row.Kind == kind)]);

    private int? FindChokepoint(EntityId id) =>
        _indexOf.TryGetValue(id, out var node) && _nodes[node].Kind == NodeKind.Chokepoint ? node : null;

    private static bool IsTrade(CheckedRelation flow) => flow.Row.Kind == RelationKind.ExportsTo;

    private static string NameOfGroup(CheckedRelation flow) =>
        RowChecks.GroupName(flow.Row) ?? throw new InvalidOperationException($"{flow.Row.Id} has no group though it was checked.");
}
