using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Sea;

/// <summary>
/// What flows pass that state no transit: every chokepoint on the shortest way by sea between the ports of their ends, each with all of the flow. Flows within one state
/// pass nothing, nor do flows an end of which has no port. Ways are worked out once for a network, whatever the graph.
/// </summary>
internal sealed class SeaInference(SeaNetwork network) : IPassageInference
{
    /// <summary>The network on which ways are found.</summary>
    public SeaNetwork Network => network;

    /// <inheritdoc/>
    public IInferredPassages For(CompiledGraph graph) => new Passages(network, graph);

    private sealed class Passages(SeaNetwork network, CompiledGraph graph) : IInferredPassages
    {
        private readonly Lazy<NodePorts> _ports = new(() => NodePorts.Of(graph, network));
        private readonly Lock _lock = new();
        private Passage[]?[] _bySet = [];

        public ReadOnlySpan<Passage> Between(int supplier, int buyer)
        {
            var ports = _ports.Value;
            if (ports.Of(supplier) is not { } from || ports.Of(buyer) is not { } to || from == to || ports.ShareState(supplier, buyer))
                return [];
            var set = network.Ways.Marks(from, to);
            var bySet = Volatile.Read(ref _bySet);
            return set < bySet.Length && bySet[set] is { } known ? known : OfSet(set);
        }

        private Passage[] OfSet(int set)
        {
            var passages = ChokepointMarks.Of(network, graph, set).Select(chokepoint => new Passage(chokepoint, 1m, Inferred: true)).ToArray();
            lock (_lock)
            {
                var bySet = new Passage[]?[Math.Max(set + 1, _bySet.Length)];
                _bySet.CopyTo(bySet, 0);
                bySet[set] = passages;
                Volatile.Write(ref _bySet, bySet);
            }
            return passages;
        }
    }
}

/// <summary>Chokepoints of a graph that ways pass.</summary>
internal static class ChokepointMarks
{
    /// <summary>The nodes of the chokepoints that own marks of a set, in order, each once; marks of no chokepoint of the graph are left out.</summary>
    public static IReadOnlyList<int> Of(SeaNetwork network, CompiledGraph graph, int set)
    {
        var nodes = new SortedSet<int>();
        foreach (var mark in network.Sets[set])
        {
            foreach (var chokepoint in network.Marks[mark].Chokepoints)
            {
                if (graph.FindNode(chokepoint) is { } node)
                    nodes.Add(node);
            }
        }
        return [.. nodes];
    }
}
