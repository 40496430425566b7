using System.Runtime.CompilerServices;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Views;

/// <summary>
/// Keeps the nets of a graph as long as the graph lives: those of the last few dates and evidence rules asked for. Safe for concurrent use; a
/// net that several ask for at once is built once.
/// </summary>
internal static class SupplyNetCache
{
    /// <summary>How many nets a graph keeps.</summary>
    public const int Kept = 2;

    private static readonly ConditionalWeakTable<CompiledGraph, Nets> OfGraph = [];

    /// <summary>The net of the view's graph, date and evidence.</summary>
    public static SupplyNet Get(GraphView view) => OfGraph.GetValue(view.Graph, _ => new Nets()).Get(view);

    /// <summary>The net of the view's graph, date and evidence, where it is built; else null.</summary>
    public static SupplyNet? Find(GraphView view) => OfGraph.TryGetValue(view.Graph, out var nets) ? nets.Find(view) : null;

    private sealed class Nets
    {
        private readonly Lock _gate = new();
        private readonly List<((DateOnly, EvidenceRule) Key, Lazy<SupplyNet> Net)> _newestFirst = [];

        public SupplyNet? Find(GraphView view)
        {
            lock (_gate)
                return _newestFirst.Find(kept => kept.Key == (view.AsOf, view.Evidence)).Net is { IsValueCreated: true } net ? net.Value : null;
        }

        public SupplyNet Get(GraphView view)
        {
            Lazy<SupplyNet> net;
            lock (_gate)
            {
                var key = (view.AsOf, view.Evidence);
                var place = _newestFirst.FindIndex(kept => kept.Key == key);
                net = place >= 0 ? _newestFirst[place].Net : new Lazy<SupplyNet>(() => SupplyNetBuilder.Build(view));
                if (place >= 0)
                    _newestFirst.RemoveAt(place);
                _newestFirst.Insert(0, (key, net));
                if (_newestFirst.Count > Kept)
                    _newestFirst.RemoveAt(Kept);
            }
            return net.Value;
        }
    }
}
