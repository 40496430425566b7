using GeoGraph.Core;
using GeoGraph.Exposure.Scenarios;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Mapping;

/// <summary>What shutting passages does to the flows of a view.</summary>
/// <param name="Delivered">By flow, the part that still arrives.</param>
/// <param name="Relations">The flows that pass what is shut.</param>
/// <param name="Unknown">What no source states of it, in sentences.</param>
internal sealed record ShutFlows(IReadOnlyDictionary<int, decimal> Delivered, IReadOnlyList<EntityId> Relations, IReadOnlyList<string> Unknown)
{
    /// <summary>The flows that hold on the date and pass what the shock shuts. Where no source says how much passes, all of it may, and is taken to.</summary>
    public static ShutFlows Of(GraphView view, AskedShock shock, CancellationToken cancellationToken)
    {
        var delivered = new Dictionary<int, decimal>();
        var relations = new List<EntityId>();
        var unknown = new List<string>();
        foreach (var (flow, lost) in PassageClosing.Lost(view.Graph, shock.Closed, cancellationToken))
        {
            if (!view.Holds(flow))
                continue;
            var id = view.Graph.Flows.Id(flow);
            delivered[flow] = 1m - (lost ?? 1m);
            relations.Add(id);
            if (lost is null)
                unknown.Add($"No source states how much of {id} passes what is shut; all of it is taken to be lost.");
        }
        return new ShutFlows(delivered, relations, unknown);
    }
}
