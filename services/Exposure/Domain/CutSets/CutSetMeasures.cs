using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Feasibility;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.CutSets;

/// <summary>Which nodes stop a buyer when they are lost together.</summary>
internal static class CutSetMeasures
{
    private static readonly Measure Cuts = new(
        "minimal-cut-sets",
        "the sets of nodes without which the buyer is infeasible and without any smaller part of which it is not; feasible(j) = j is present and every essential input group of j has an alternative i with feasible(i); greatest fixpoint",
        "Whether an input is left at all, not whether it is enough: capacities and shares play no part.");

    /// <summary>The minimal cut sets of the buyer, or of the named input group of it. The buyer itself is in none.</summary>
    /// <exception cref="GeoGraphException">NotFound where node or group is absent; InvalidRequest with every limit out of bounds.</exception>
    public static CutSetAnswer Minimal(
        GraphView view, EntityId of, string? group, CutSetLimits cutLimits, TraceLimits limits, CancellationToken cancellationToken)
    {
        var violations = new Violations();
        cutLimits.Check(violations);
        limits.Check(violations);
        violations.ThrowIfAny();
        var net = FeasibilityMeasures.Net(view, of, group, limits, cancellationToken);
        var state = new FeasibilityState(net);
        var feasibleBefore = !state.IsTargetDead;
        var search = new CutSetSearch(state, place => view.Graph.NodeId(net.Node(place)) != of, cutLimits, limits, cancellationToken);
        var complete = feasibleBefore ? search.Run() : cutLimits.MaxSize;
        var sets = search.Found.Select(set => set.Select(net.Node).Order().ToArray()).ToList();
        sets.Sort(CompareSets);
        var pruned = (net.CutByLimit || complete < cutLimits.MaxSize || sets.Count > limits.MaxResults ? PrunedBy.Limit : PrunedBy.Nothing)
            | (complete < cutLimits.MaxSize && limits.IsOver ? PrunedBy.Deadline : PrunedBy.Nothing)
            | (net.LeftOut > 0 ? PrunedBy.Confidence : PrunedBy.Nothing);
        var basis = AnswerBasis.Of(view, Cuts, new Completeness(pruned, net.Count, net.FlowCount), [
            ("of", of.Value), ("group", group ?? ""), ("max_size", cutLimits.MaxSize.ToString(null, null)),
            ("max_steps", cutLimits.MaxSteps.ToString(null, null)), ("complete_to_size", complete.ToString(null, null))]);
        var listed = sets.Take(limits.MaxResults).Select(set => new CutSet([.. set.Select(view.Graph.NodeId)]));
        return new CutSetAnswer(basis, feasibleBefore, [.. listed], sets.Count, complete, state.Steps);
    }

    // Nodes are numbered in order of id.
    private static int CompareSets(int[] left, int[] right) =>
        left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.AsSpan().SequenceCompareTo(right);
}
