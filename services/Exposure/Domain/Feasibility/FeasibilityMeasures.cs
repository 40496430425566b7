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
        var found = feasibleBefore ? new SinglePointSearch(state).Find(place => view.Graph.NodeId(net.Node(place)) != of, cancellationToken) : [];
        var listed = found.OrderBy(net.Node).Take(limits.MaxResults).Select(place => Explain(view, state, place)).ToList();
        var pruned = (net.CutByLimit || found.Count > limits.MaxResults ? PrunedBy.Limit : PrunedBy.Nothing) | (net.LeftOut > 0 ? PrunedBy.Confidence : PrunedBy.Nothing);
        var basis = AnswerBasis.Of(view, SinglePoint, new Completeness(pruned, net.Count, net.FlowCount), ("of", of.Value), ("group", group ?? ""));
        return new SinglePointsAnswer(basis, feasibleBefore, listed, found.Count);
    }

    /// <summary>True where the buyer, or the named input group of it, is still feasible when all of these nodes are gone.</summary>
    /// <exception cref="GeoGraphException">NotFound where a node or the group is absent; InvalidRequest where a limit is out of bounds.</exception>
    public static bool IsFeasibleWithout(GraphView view, EntityId of, string? group, IEnumerable<EntityId> removed, TraceLimits limits, CancellationToken cancellationToken)
    {
        var net = Net(view, of, group, limits, cancellationToken);
        var gone = removed.Select(id => GroupSelection.FindNode(view, id)).ToHashSet();
        if (gone.Contains(net.Node(0)))
            return false;
        var state = new FeasibilityState(net);
        return !state.Remove([.. gone.Select(net.PlaceOf).OfType<int>()]) && !state.IsTargetDead;
    }

    /// <summary>The net of a question, with its limits checked.</summary>
    /// <exception cref="GeoGraphException">As for <see cref="SinglePoints"/>.</exception>
    public static RequirementNet Net(GraphView view, EntityId of, string? group, TraceLimits limits, CancellationToken cancellationToken)
    {
        var violations = new Violations();
        limits.Check(violations);
        violations.ThrowIfAny();
        var named = group is null ? null : GroupSelection.Resolve(view, of, group);
        return RequirementNet.Upstream(view, GroupSelection.FindNode(view, of), named, limits.MaxRelations, cancellationToken);
    }

    // Breadth first from the buyer over requirements that are unmet: all their suppliers are dead, and one of them leads to the node.
    private static SinglePoint Explain(GraphView view, FeasibilityState state, int point)
    {
        var (net, mark) = (state.Net, state.Mark);
        state.Remove(point);
        var reachedBy = new Dictionary<int, (int Buyer, int Flow)> { [0] = (-1, -1) };
        var open = new Queue<int>([0]);
        while (!reachedBy.ContainsKey(point) && open.TryDequeue(out var place))
        {
            for (var need = net.FirstNeed(place); need < net.FirstNeed(place + 1); need++)
            {
                for (var i = net.FirstAlternative(need); state.IsUnmet(need) && i < net.FirstAlternative(need + 1); i++)
                {
                    if (reachedBy.TryAdd(net.Supplier(i), (place, net.Flow(i))))
                        open.Enqueue(net.Supplier(i));
                }
            }
        }
        state.Undo(mark);
        return Describe(view, net, point, reachedBy);
    }

    private static SinglePoint Describe(GraphView view, RequirementNet net, int point, Dictionary<int, (int Buyer, int Flow)> reachedBy)
    {
        var graph = view.Graph;
        List<EntityId> nodes = [graph.NodeId(net.Node(point))];
        List<int> flows = [];
        for (var step = reachedBy[point]; step.Buyer >= 0; step = reachedBy[step.Buyer])
        {
            flows.Add(step.Flow);
            nodes.Add(graph.NodeId(net.Node(step.Buyer)));
        }
        flows.Reverse();
        nodes.Reverse();
        return new SinglePoint(nodes[^1], nodes, flows.ConvertAll(graph.Flows.Id), flows.Exists(flow => graph.Flows.Flags(flow).Inferred));
    }
}
