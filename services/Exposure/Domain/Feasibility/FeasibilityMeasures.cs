using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Feasibility;

/// <summary>
/// Questions of whether a buyer can still produce. Every essential input group needs one live alternative (<see cref="FeasibilityState"/>);
/// what a state imports is needed only where the question names the group.
/// </summary>
internal static class FeasibilityMeasures
{
    private static readonly Measure SinglePoint = new(
        "single-points-of-failure",
        "feasible(j) = j is present and every essential input group of j has an alternative i with feasible(i); greatest fixpoint",
        "Whether an input is left at all, not whether it is enough: capacities and shares play no part.");

    /// <summary>The nodes whose loss alone makes the buyer, or the named input group of it, infeasible. The buyer itself is not listed.</summary>
    /// <exception cref="GeoGraphException">NotFound where node or group is absent; InvalidRequest where a limit is out of bounds.</exception>
    public static SinglePointsAnswer SinglePoints(GraphView view, EntityId of, string? group, TraceLimits limits, CancellationToken cancellationToken)
    {
        var net = Net(view, of, group, limits, cancellationToken);
        var state = new FeasibilityState(net);
        var feasibleBefore = !state.IsTargetDead;
        var points = feasibleBefore ? Search(view, net, state, of, cancellationToken) : [];
        var pruned = (net.CutByLimit || points.Count > limits.MaxResults ? PrunedBy.Limit : PrunedBy.Nothing) | (net.LeftOut > 0 ? PrunedBy.Confidence : PrunedBy.Nothing);
        var basis = AnswerBasis.Of(view, SinglePoint, new Completeness(pruned, net.Nodes.Count, net.FlowCount), ("of", of.Value), ("group", group ?? ""));
        return new SinglePointsAnswer(basis, feasibleBefore, [.. points.OrderBy(point => point.Node).Take(limits.MaxResults)], points.Count);
    }

    /// <summary>True where the buyer, or the named input group of it, is still feasible when all of these nodes are gone.</summary>
    /// <exception cref="GeoGraphException">NotFound where a node or the group is absent; InvalidRequest where a limit is out of bounds.</exception>
    public static bool IsFeasibleWithout(GraphView view, EntityId of, string? group, IEnumerable<EntityId> removed, TraceLimits limits, CancellationToken cancellationToken)
    {
        var net = Net(view, of, group, limits, cancellationToken);
        var gone = removed.Select(id => GroupSelection.FindNode(view, id)).ToHashSet();
        if (gone.Contains(net.Nodes[0]))
            return false;
        var state = new FeasibilityState(net);
        state.Remove(gone.Select(net.PlaceOf).OfType<int>());
        return !state.IsTargetDead;
    }

    private static RequirementNet Net(GraphView view, EntityId of, string? group, TraceLimits limits, CancellationToken cancellationToken)
    {
        var violations = new Violations();
        limits.Check(violations);
        violations.ThrowIfAny();
        var named = group is null ? null : GroupSelection.Resolve(view, of, group);
        return RequirementNet.Upstream(view, GroupSelection.FindNode(view, of), named, limits.MaxRelations, cancellationToken);
    }

    // Each node tried that turns out not to be needed leaves a support without it; only what is in every support so far is tried.
    private static List<SinglePoint> Search(GraphView view, RequirementNet net, FeasibilityState state, EntityId of, CancellationToken cancellationToken)
    {
        var points = new List<SinglePoint>();
        var candidates = state.Support();
        for (var place = 1; place < net.Nodes.Count; place++)
        {
            if (!candidates.Contains(place) || view.Graph.NodeId(net.Nodes[place]) == of)
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            state.Remove(place);
            if (state.IsTargetDead)
                points.Add(Explain(view, net, state, place));
            else
                candidates.IntersectWith(state.Support());
        }
        return points;
    }

    // Breadth first from the buyer over requirements that are unmet: all their suppliers are dead, and one of them leads to the node.
    private static SinglePoint Explain(GraphView view, RequirementNet net, FeasibilityState state, int point)
    {
        var reachedBy = new Dictionary<int, (int Buyer, int Flow)> { [0] = (-1, -1) };
        var open = new Queue<int>([0]);
        while (!reachedBy.ContainsKey(point) && open.TryDequeue(out var place))
        {
            foreach (var requirement in net.NeedsOf(place).Where(state.IsUnmet).Select(need => net.Requirements[need]))
            {
                for (var i = 0; i < requirement.Suppliers.Count; i++)
                {
                    if (reachedBy.TryAdd(requirement.Suppliers[i], (place, requirement.Flows[i])))
                        open.Enqueue(requirement.Suppliers[i]);
                }
            }
        }
        var graph = view.Graph;
        List<EntityId> nodes = [graph.NodeId(net.Nodes[point])];
        List<int> flows = [];
        for (var step = reachedBy[point]; step.Buyer >= 0; step = reachedBy[step.Buyer])
        {
            flows.Insert(0, step.Flow);
            nodes.Insert(0, graph.NodeId(net.Nodes[step.Buyer]));
        }
        return new SinglePoint(nodes[^1], nodes, flows.ConvertAll(graph.Flows.Id), flows.Exists(flow => graph.Flows.Flags(flow).Inferred));
    }
}
