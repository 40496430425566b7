using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Assembly;

/// <summary>What of a graph does not stay in the one that is made from it; staged rows may stand in for it.</summary>
internal sealed class Removal
{
    /// <summary>Nodes, by number.</summary>
    public HashSet<int> Nodes { get; } = [];

    /// <summary>Flows, by number.</summary>
    public HashSet<int> Flows { get; } = [];

    /// <summary>Other relations, by kind and number.</summary>
    public HashSet<int>[] Others { get; } = [.. Enum.GetValues<RelationKind>().Select(_ => new HashSet<int>())];

    /// <summary>Marks the relation of an id, wherever it is.</summary>
    public void MarkRelation(CompiledGraph graph, ReadOnlySpan<byte> id)
    {
        if (graph.Flows.Find(id) is >= 0 and var flow)
            Flows.Add(flow);
        foreach (var kind in RelationTables.Kinds)
        {
            if (graph.Tables[(int)kind]!.Place(id) is >= 0 and var relation)
                Others[(int)kind].Add(relation);
        }
    }

    /// <summary>Calls for every relation that starts from or ends on a node: the kind and the number.</summary>
    public static void EachOf(CompiledGraph graph, int node, Action<RelationKind, int> call)
    {
        foreach (var flow in graph.Flows.FromNode(node))
            call(RelationKind.Supplies, flow);
        foreach (var group in graph.Groups.OfBuyer(node))
        {
            for (var flow = graph.Groups.FirstFlow(group); flow < graph.Groups.EndFlow(group); flow++)
                call(RelationKind.Supplies, flow);
        }
        foreach (var kind in RelationTables.Kinds)
        {
            foreach (var relation in graph.Tables[(int)kind]!.FromNode(node))
                call(kind, relation);
            foreach (var relation in graph.Tables[(int)kind]!.ToNode(node))
                call(kind, relation);
        }
    }

    /// <summary>Marks a relation as <see cref="EachOf"/> names it; false where it was marked.</summary>
    public bool Mark(RelationKind kind, int number) => kind == RelationKind.Supplies ? Flows.Add(number) : Others[(int)kind].Add(number);

    /// <summary>A relation as <see cref="EachOf"/> names it, as a row.</summary>
    public static RelationRow Row(CompiledGraph graph, RelationKind kind, int number) =>
        kind == RelationKind.Supplies ? RowReader.Flow(graph, number) : RowReader.Relation(graph, kind, number);
}
