using System.Text;
using GeoGraph.Core;

namespace GeoGraph.Exposure.Compiled;

/// <summary>Makes rows of what the columns hold: put into a graph as they are, they change nothing.</summary>
internal static class RowReader
{
    /// <summary>A node.</summary>
    public static NodeRow Node(CompiledGraph graph, int node)
    {
        var id = graph.NodeId(node);
        if (graph.Residue.Tolerated.TryGetValue(id, out var stated))
            return stated;
        var facts = graph.Nodes.FactsAt(node);
        return new NodeRow
        {
            Id = id,
            Kind = graph.KindOf(node),
            Valid = graph.Periods[graph.Nodes.Period[node]].Own,
            OutputUsdPerYear = FixedPoint.ToUsd(graph.Nodes.Output[node]),
            RecoveryDays = facts?.RecoveryDays,
            MainPort = facts?.MainPort,
            Stocks = facts?.Stocks ?? [],
            HsCodes = facts?.HsCodes ?? [],
        };
    }

    /// <summary>A flow.</summary>
    public static RelationRow Flow(CompiledGraph graph, int flow)
    {
        var group = graph.Flows.Group(flow);
        var product = graph.Flows.Product(flow);
        var list = graph.Transits.ListOfFlow[flow];
        return Framed(graph.Periods[graph.Flows.Period(flow)]) with
        {
            Id = graph.Flows.Id(flow),
            Kind = graph.Groups.IsTrade(group) ? RelationKind.ExportsTo : RelationKind.Supplies,
            From = graph.NodeId(graph.Flows.Supplier(flow)),
            To = graph.NodeId(graph.Groups.Buyer(group)),
            Product = product < 0 ? null : graph.Products[product],
            InputGroup = graph.Groups.IsTrade(group) ? null : graph.Groups.Name(group),
            ValueUsdPerYear = graph.Flows.Value(flow),
            CapacityUsdPerYear = graph.Flows.Capacity(flow),
            Share = graph.Flows.Share(flow),
            Transits = list < 0 ? [] : graph.Transits.Lists.Stated(list),
        };
    }

    /// <summary>A relation that is no flow; what its kind does not read is absent.</summary>
    public static RelationRow Relation(CompiledGraph graph, RelationKind kind, int relation)
    {
        var table = graph.Tables[(int)kind]!;
        return Framed(graph.Periods[table.Period(relation)]) with
        {
            Id = table.Id(relation),
            Kind = kind,
            From = graph.NodeId(table.From(relation)),
            To = graph.NodeId(table.To(relation)),
            Share = table.Share(relation),
        };
    }

    /// <summary>A relation of any kind by its id, refused ones among them; null where there is none.</summary>
    public static RelationRow? Find(CompiledGraph graph, EntityId id)
    {
        if (graph.FindFlow(id) is { } flow)
            return Flow(graph, flow);
        var bytes = Encoding.UTF8.GetBytes(id.Value);
        foreach (var kind in RelationTables.Kinds)
        {
            if (graph.Tables[(int)kind]!.Place(bytes) is >= 0 and var relation)
                return Relation(graph, kind, relation);
        }
        return graph.Residue.Relations.FirstOrDefault(row => row.Id == id);
    }

    private static RelationRow Framed(Term term) => new()
    {
        Id = default,
        Kind = default,
        From = default,
        To = default,
        Valid = term.Own,
        Inferred = term.Flags.Inferred,
        Confidence = term.Flags.Confidence,
        Essential = term.Flags.Essential,
        Obligations = term.Flags.Obligations,
    };
}
