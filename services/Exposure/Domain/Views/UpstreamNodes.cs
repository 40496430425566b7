namespace GeoGraph.Exposure.Views;

/// <summary>Finds what lies upstream of nodes in the whole graph, trade left out.</summary>
internal static class UpstreamNodes
{
    /// <summary>By node of the graph: true for some nodes and everything upstream of them.</summary>
    public static bool[] Of(GraphView view, IEnumerable<int> nodes)
    {
        var net = SupplyNet.Of(view);
        var (wanted, open) = (new bool[net.NodeCount], new Stack<int>());
        foreach (var node in nodes)
            Open(node);
        while (open.TryPop(out var node))
        {
            foreach (var supplier in net.SuppliersOf(node))
                Open(supplier);
        }
        return wanted;

        void Open(int node)
        {
            if (wanted[node])
                return;
            wanted[node] = true;
            open.Push(node);
        }
    }
}
