using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Assembly;

/// <summary>All rows of a graph, those refused among them.</summary>
internal static class GraphRows
{
    /// <summary>The nodes.</summary>
    public static IEnumerable<NodeRow> Nodes(CompiledGraph graph) =>
        Enumerable.Range(0, graph.NodeCount).Select(graph.RowOfNode).Concat(graph.Residue.Nodes);

    /// <summary>The relations.</summary>
    public static IEnumerable<RelationRow> Relations(CompiledGraph graph)
    {
        for (var place = 0; place < graph.Flows.Count; place++)
            yield return graph.RowOfFlow(graph.Flows.Columns.ById[place]);
        foreach (var kind in RelationTables.Kinds)
        {
            for (var relation = 0; relation < graph.Tables[(int)kind]!.Count; relation++)
                yield return RowReader.Relation(graph, kind, relation);
        }
        foreach (var row in graph.Residue.Relations)
            yield return row;
    }

    /// <summary>The same graph without room for what is gone.</summary>
    public static CompileResult Rebuild(CompiledGraph graph) => GraphBuilder.Build(Nodes(graph), Relations(graph), graph.Inference);

    /// <summary>The rows of relations that name an id as an end, a product or a chokepoint.</summary>
    public static IEnumerable<RelationRow> Naming(CompiledGraph graph, EntityId id)
    {
        var flows = new HashSet<int>();
        var rows = new List<RelationRow>();
        if (graph.FindNode(id) is { } node)
        {
            Removal.EachOf(graph, node, (kind, number) =>
            {
                if (kind == RelationKind.Supplies)
                    flows.Add(number);
                else
                    rows.Add(RowReader.Relation(graph, kind, number));
            });
        }
        var product = graph.FindProduct(id);
        var lists = Enumerable.Range(0, graph.Transits.Lists.Count).Select(list => graph.Transits.Lists.Stated(list).Any(transit => transit.Chokepoint == id)).ToArray();
        for (var flow = 0; flow < graph.Flows.Count && (product is not null || lists.Contains(true)); flow++)
        {
            if (graph.Flows.Product(flow) == product || (graph.Transits.ListOfFlow[flow] is >= 0 and var list && lists[list]))
                flows.Add(flow);
        }
        return rows.Concat(flows.Select(graph.RowOfFlow))
            .Concat(graph.Residue.Relations.Where(row => row.From == id || row.To == id || row.Product == id || row.Transits.Any(transit => transit.Chokepoint == id)));
    }
}
