using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Structure;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Impacts;

/// <summary>An input group that a change of relations touches.</summary>
/// <param name="Buyer">The buyer.</param>
/// <param name="Group">The group.</param>
/// <param name="Flows">The flows that came, went or changed, in order of id.</param>
/// <param name="BeforeUsd">Their value before, in USD per year; null where one of them states none.</param>
/// <param name="AfterUsd">Their value after; null likewise.</param>
/// <param name="Dependents">Actors downstream of the buyer, the nearest first, then by id.</param>
internal sealed record TouchedInput(EntityId Buyer, string Group, IReadOnlyList<EntityId> Flows, decimal? BeforeUsd, decimal? AfterUsd, IReadOnlyList<EntityId> Dependents)
{
    /// <summary>How much more or less comes in, in USD per year; null where unknown.</summary>
    public decimal? ChangeUsd => AfterUsd - BeforeUsd;
}

/// <summary>Finds the inputs that changes of a graph touch.</summary>
/// <param name="before">The graph before.</param>
/// <param name="after">The graph after.</param>
internal sealed class TouchedInputs(GraphView before, GraphView after)
{
    /// <summary>The inputs, the largest change first, unknown ones last, then by buyer and group.</summary>
    /// <param name="changed">The ids that changed: of actors, which stand for all of their flows where they came or went, and of relations.</param>
    /// <param name="of">Narrows to inputs of these actors and of what is upstream of them; empty for all.</param>
    /// <param name="limit">The most inputs, and the most dependents of each.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public IReadOnlyList<TouchedInput> Find(IEnumerable<EntityId> changed, IReadOnlyList<EntityId> of, int limit, CancellationToken cancellationToken)
    {
        var groups = new SortedDictionary<(EntityId Buyer, string Group), SortedSet<EntityId>>();
        foreach (var id in changed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Note(groups, before, id, after);
            Note(groups, after, id, before);
        }
        var scopes = new[] { before, after }.Select(view => (view, of.Count == 0 ? null : UpstreamNodes.Of(view, of.Select(view.Graph.FindNode).OfType<int>()))).ToList();
        return [.. groups.Where(group => scopes.Exists(scope => scope.Item2 is null || (scope.view.Graph.FindNode(group.Key.Buyer) is { } buyer && scope.Item2[buyer])))
            .Select(group => new TouchedInput(group.Key.Buyer, group.Key.Group, [.. group.Value], Value(before, group.Value), Value(after, group.Value), []))
            .Where(input => before.Graph == after.Graph || Differs(input.Flows)).OrderBy(input => input.ChangeUsd is null).ThenByDescending(input => Math.Abs(input.ChangeUsd ?? 0m))
            .ThenBy(input => input.Buyer).ThenBy(input => input.Group, StringComparer.Ordinal).Take(limit)
            .Select(input => input with { Dependents = Downstream(input.Buyer, limit, cancellationToken) })];
    }

    private static void Note(SortedDictionary<(EntityId, string), SortedSet<EntityId>> groups, GraphView view, EntityId id, GraphView other)
    {
        var graph = view.Graph;
        if (graph.FindFlow(id) is { } flow)
            NoteFlow(groups, view, flow);
        else if (graph.FindNode(id) is { } node && other.Graph.FindNode(id) is null)
        {
            foreach (var sold in graph.Flows.FromNode(node))
                NoteFlow(groups, view, sold);
            foreach (var group in graph.Groups.OfBuyer(node))
            {
                for (var bought = graph.Groups.FirstFlow(group); bought < graph.Groups.EndFlow(group); bought++)
                    NoteFlow(groups, view, bought);
            }
        }
    }

    private static void NoteFlow(SortedDictionary<(EntityId, string), SortedSet<EntityId>> groups, GraphView view, int flow)
    {
        var group = view.Graph.Flows.Group(flow);
        var key = (view.Graph.NodeId(view.Graph.Groups.Buyer(group)), view.Graph.Groups.Name(group));
        if (!groups.TryGetValue(key, out var flows))
            groups[key] = flows = [];
        flows.Add(view.Graph.Flows.Id(flow));
    }

    private static decimal? Value(GraphView view, IEnumerable<EntityId> flows)
    {
        decimal? sum = 0m;
        foreach (var id in flows)
        {
            if (view.Graph.FindFlow(id) is { } flow && view.Counts(flow))
                sum += view.Graph.Flows.Value(flow);
        }
        return sum;
    }

    // A flow that does not hold on the date, before or after, touches nothing.
    private bool Differs(IEnumerable<EntityId> flows) => flows.Any(id => Counts(before, id) || Counts(after, id));

    private static bool Counts(GraphView view, EntityId id) => view.Graph.FindFlow(id) is { } flow && view.Counts(flow);

    private IReadOnlyList<EntityId> Downstream(EntityId buyer, int limit, CancellationToken cancellationToken)
    {
        var view = after.Graph.FindNode(buyer) is null ? before : after;
        return [.. ReachMeasures.Of(view, buyer, ReachDirection.Downstream, TraceLimits.Default with { MaxResults = limit }, cancellationToken).Tiers.SelectMany(tier => tier.Nodes)];
    }
}
