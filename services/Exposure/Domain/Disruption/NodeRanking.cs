using System.Collections.Concurrent;
using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Disruption;

/// <summary>A node and what its loss costs by screening.</summary>
/// <param name="Node">The node in the graph.</param>
/// <param name="TargetLoss">The part that the target loses; 0 without target.</param>
/// <param name="LostUsd">Output that the others lose.</param>
/// <param name="NodesLost">Parts that the others lose, summed.</param>
internal readonly record struct ScreenedNode(int Node, double TargetLoss, double LostUsd, double NodesLost);

/// <summary>
/// Ranks the loss of each node alone: all are screened in double, batch by batch on all processors (<see cref="ShockScreen"/>), and the largest are then worked out
/// in decimal. The result does not depend on how many processors take part.
/// </summary>
internal static class NodeRanking
{
    /// <summary>
    /// The costliest nodes of the screening, at most so many, and how many cost others anything. What is not screened in half of the time that is left is left out; <paramref name="isCut"/> says so.
    /// </summary>
    public static (List<ScreenedNode> Costliest, int Total) Screen(ScreenNet net, int? target, TraceLimits limits, out bool isCut, CancellationToken cancellationToken)
    {
        var half = limits.End?.After(0.5);
        int[] suppliers = [.. Enumerable.Range(0, net.Count).Where(position => net.FirstBuyer[position] < net.FirstBuyer[position + 1] && net.Node[position] != target)];
        var screened = new ScreenedNode[suppliers.Length];
        var batches = (suppliers.Length + ShockScreen.Lanes - 1) / ShockScreen.Lanes;
        var targetAt = target is { } node ? net.PositionOf[node] : -1;
        Parallel.For(0, batches, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, () => new ShockScreen(net) { End = half }, (batch, _, screen) =>
        {
            if (half is { IsOver: true })
                return screen;
            var start = batch * ShockScreen.Lanes;
            var positions = suppliers.AsSpan(start, Math.Min(ShockScreen.Lanes, suppliers.Length - start));
            screen.Run(positions);
            for (var lane = 0; lane < positions.Length; lane++)
                screened[start + lane] = new ScreenedNode(net.Node[positions[lane]], targetAt < 0 ? 0 : screen.LossAt(targetAt, lane), screen.LostUsd[lane], screen.NodesLost[lane]);
            return screen;
        }, _ => { });
        isCut = half is { IsOver: true };
        var costly = screened.Where(entry => targetAt < 0 ? entry.NodesLost > 0 : entry.TargetLoss > 0).ToList();
        costly.Sort(Compare);
        return (costly.GetRange(0, Math.Min(limits.MaxResults, costly.Count)), costly.Count);
    }

    /// <summary>The nodes in decimal, in the order of <see cref="RankingAnswer.Nodes"/>; and what kept any of them from being told whole.</summary>
    public static List<RankedNode> Exact(
        InputNet net, IReadOnlyList<ScreenedNode> nodes, int? target, TraceLimits limits, out PrunedBy cut, CancellationToken cancellationToken)
    {
        var (ranked, cuts) = (new RankedNode?[nodes.Count], new PrunedBy[nodes.Count]);
        // One by one in order, so that the costliest are there when time runs out.
        Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, nodes.Count), EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { CancellationToken = cancellationToken }, i =>
            (ranked[i], cuts[i]) = limits.IsOver ? (null, PrunedBy.Deadline) : Exact(net, nodes[i].Node, target, limits, cancellationToken));
        cut = cuts.Aggregate(PrunedBy.Nothing, (all, one) => all | one);
        return [.. ranked.OfType<RankedNode>()
            .OrderBy(node => node.TargetLevel?.AtLeast ?? 0m)
            .ThenByDescending(node => node.LostPerYear.AtMost)
            .ThenByDescending(node => node.NodesLost.AtMost)
            .ThenBy(node => node.Node)];
    }

    private static int Compare(ScreenedNode left, ScreenedNode right) =>
        right.TargetLoss.CompareTo(left.TargetLoss) is not 0 and var byTarget ? byTarget
        : right.LostUsd.CompareTo(left.LostUsd) is not 0 and var byUsd ? byUsd
        : right.NodesLost.CompareTo(left.NodesLost) is not 0 and var byNodes ? byNodes
        : left.Node.CompareTo(right.Node);

    private static (RankedNode? Node, PrunedBy Cut) Exact(InputNet net, int removed, int? target, TraceLimits limits, CancellationToken cancellationToken)
    {
        var graph = net.View.Graph;
        var losses = ShockLosses.Of(net, new ResolvedShock([removed], [], []), limits, cancellationToken);
        if (losses.PrunedBy.HasFlag(PrunedBy.Deadline))
            return (null, PrunedBy.Deadline);
        var (usd, nodes, affected, without) = (new AmountRange(0m, 0m), new AmountRange(0m, 0m), 0, 0);
        for (var place = 0; place < losses.Order.Count; place++)
        {
            var node = losses.Order.Node(place);
            if (node == removed || losses.AtMost.Of(node) == 0m)
                continue;
            var (atLeast, atMost, output) = (losses.AtLeast.Of(node), losses.AtMost.Of(node), graph.OutputOf(node));
            affected++;
            without += output is null ? 1 : 0;
            usd += new AmountRange((output ?? 0m) * atLeast, (output ?? 0m) * atMost);
            nodes += new AmountRange(atLeast, atMost);
        }
        LevelRange? level = target is { } of ? LevelRange.Left(losses.AtLeast.Of(of), losses.AtMost.Of(of)) : null;
        return (new RankedNode(graph.NodeId(removed), usd.Rounded(), graph.OutputOf(removed), nodes.Rounded(), affected, without, level), losses.PrunedBy);
    }
}
