namespace GeoGraph.Exposure.Compiled;

/// <summary>Bytes that a graph takes.</summary>
/// <param name="Columns">All columns of nodes, relations and groups, and what leads from node to relation.</param>
/// <param name="Index">What leads from a node or relation to its id and back.</param>
/// <param name="Texts">The ids of nodes and relations as text.</param>
internal readonly record struct GraphSize(long Columns, long Index, long Texts)
{
    /// <summary>All of it.</summary>
    public long All => Columns + Index + Texts;

    /// <summary>The bytes of a graph, without the few texts of products and input groups.</summary>
    public static GraphSize Of(CompiledGraph graph)
    {
        var tables = graph.Tables.OfType<RelationTable>().ToList();
        return new GraphSize(
            graph.Nodes.Bytes + graph.Periods.Bytes + graph.Flows.Columns.Bytes + graph.Groups.Bytes + graph.Transits.Bytes + tables.Sum(table => table.Bytes),
            graph.Nodes.Text.Bytes + graph.Flows.Columns.IndexBytes + tables.Sum(table => table.IndexBytes),
            graph.Nodes.Texts.Bytes + graph.Flows.Columns.Texts.Bytes);
    }
}
