using GeoGraph.Core;
using GeoGraph.Exposure.Closure;
using GeoGraph.Exposure.Disruption;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Consequences;

/// <summary>What a change takes away from a world.</summary>
/// <param name="Removed">Actors that produce nothing any more.</param>
/// <param name="Delivered">By flow of the world, the part that still arrives, 0 to 1; flows that are not listed arrive whole.</param>
/// <param name="Detours">By flow that passes what is shut, what becomes of it.</param>
/// <param name="Shut">Passages that are shut.</param>
/// <param name="Days">How long it lasts; null for good, or until the actors recover.</param>
/// <param name="Unknown">What no source states of it, in sentences.</param>
internal sealed record LostSupply(
    IReadOnlyList<EntityId> Removed, IReadOnlyDictionary<int, decimal> Delivered, IReadOnlyDictionary<int, FlowDetour> Detours, IReadOnlyList<ShutPassage> Shut, decimal? Days,
    IReadOnlyList<string> Unknown)
{
    /// <summary>True where nothing is taken away and nothing goes another way.</summary>
    public bool IsNothing => Removed.Count == 0 && Delivered.Count == 0 && Detours.Count == 0;

    /// <summary>The same as a shock.</summary>
    public Shock ToShock() => new() { Removed = Removed, Delivered = Delivered, Days = Days };

    /// <summary>What of a yearly amount the time that it lasts makes up; all of it where it lasts for good.</summary>
    public decimal? Part(decimal? usdPerYear) => usdPerYear * (Days / Survival.SurvivalCourse.DaysOfYear ?? 1m);

    /// <summary>How long, in words, after an amount.</summary>
    public string Span => Days is { } days ? $"over {DecimalText.Print(days)} days" : "a year";
}

/// <summary>What of each flow no longer arrives, once its supplier falls short as well.</summary>
internal sealed class ShortFlows
{
    private readonly LostSupply _lost;
    private readonly Dictionary<int, decimal> _levels = [];

    /// <summary>Takes what is lost and the lowest level of each node that falls short.</summary>
    public ShortFlows(GraphView view, LostSupply lost, IEnumerable<(int Node, decimal Level)> levels)
    {
        _lost = lost;
        foreach (var (node, level) in levels)
            _levels[node] = level;
        foreach (var id in lost.Removed)
        {
            if (view.Graph.FindNode(id) is { } node)
                _levels[node] = 0m;
        }
    }

    /// <summary>True where the node produces less.</summary>
    public bool FallsShort(int node) => _levels.ContainsKey(node);

    /// <summary>The part of a flow that does not arrive, 0 to 1.</summary>
    public decimal PartOf(GraphView view, int flow) =>
        1m - (_lost.Delivered.GetValueOrDefault(flow, 1m) * _levels.GetValueOrDefault(view.Graph.Flows.Supplier(flow), 1m));

    /// <summary>The flows of which a part does not arrive, in order.</summary>
    public IEnumerable<int> Of(GraphView view)
    {
        var flows = new SortedSet<int>(_lost.Delivered.Keys);
        foreach (var node in _levels.Keys)
        {
            foreach (var flow in view.Graph.Flows.FromNode(node))
                flows.Add(flow);
        }
        return flows.Where(flow => view.Counts(flow) && PartOf(view, flow) > 0m);
    }
}
