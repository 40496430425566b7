namespace GeoGraph.Exposure.Disruption;

/// <summary>Writes losses down as an answer.</summary>
internal sealed class LevelWriter(ShockLosses losses, LostDemand? demand)
{
    private readonly InputNet _net = losses.Net;
    private readonly HashSet<int> _removed = [.. losses.Shock.Removed];

    /// <summary>The nodes that lose, or the wanted ones, in the order of <see cref="DisruptionAnswer.Nodes"/>; and how many there are.</summary>
    public (IReadOnlyList<NodeLevel> Listed, int Total) Nodes(HashSet<int> wanted, int maxResults, CancellationToken cancellationToken)
    {
        IEnumerable<int> nodes = wanted.Count > 0 ? wanted : Losing().Distinct();
        var entries = nodes.Select(node => (Node: node, Usd: LostUsd(node, losses.AtMost), Part: losses.AtMost.Of(node))).ToList();
        entries.Sort((left, right) => Compare(left.Usd, right.Usd) is not 0 and var byUsd ? byUsd
            : right.Part.CompareTo(left.Part) is not 0 and var byPart ? byPart
            : left.Node.CompareTo(right.Node));
        var listed = new List<NodeLevel>(Math.Min(maxResults, entries.Count));
        var atLeast = new LossReasons(_net, losses.AtLeast, losses.Shock);
        var atMost = new LossReasons(_net, losses.AtMost, losses.Shock);
        foreach (var (node, _, _) in entries.Take(maxResults))
        {
            cancellationToken.ThrowIfCancellationRequested();
            listed.Add(Describe(node, losses.AtLeast.Of(node) > 0m ? atLeast : atMost));
        }
        return (listed, entries.Count);
    }

    /// <summary>What is lost in all.</summary>
    public OutputLoss Output()
    {
        var graph = _net.View.Graph;
        var (all, downstream, without) = (new AmountRange(0m, 0m), new AmountRange(0m, 0m), 0);
        var (outputOfAll, outputDownstream) = (0m, 0m);
        for (var node = 0; node < graph.NodeCount; node++)
            outputOfAll += graph.OutputOf(node) ?? 0m;
        for (var place = 0; place < losses.Order.Count; place++)
        {
            var node = losses.Order.Node(place);
            var lost = LostRange(node);
            without += lost is null && losses.AtMost.Of(node) > 0m ? 1 : 0;
            all += lost ?? default;
            downstream += _removed.Contains(node) ? default : lost ?? default;
            outputDownstream += _removed.Contains(node) ? 0m : graph.OutputOf(node) ?? 0m;
        }
        return new OutputLoss(all.Rounded(), outputOfAll, downstream.Rounded(), outputDownstream, without);
    }

    private static int Compare(decimal? left, decimal? right) =>
        left is null || right is null ? (left is null).CompareTo(right is null) : right.Value.CompareTo(left.Value);

    private IEnumerable<int> Losing()
    {
        for (var place = 0; place < losses.Order.Count; place++)
        {
            if (losses.AtMost.Of(losses.Order.Node(place)) > 0m)
                yield return losses.Order.Node(place);
        }
        foreach (var node in demand?.Losing ?? [])
            yield return node;
    }

    private decimal? LostUsd(int node, LossField field) => _net.View.Graph.OutputOf(node) * field.Of(node);

    private AmountRange? LostRange(int node) =>
        LostUsd(node, losses.AtLeast) is { } atLeast && LostUsd(node, losses.AtMost) is { } atMost ? new AmountRange(atLeast, atMost) : null;

    private NodeLevel Describe(int node, LossReasons reasons)
    {
        var graph = _net.View.Graph;
        return new NodeLevel(
            graph.NodeId(node),
            LevelRange.Left(losses.AtLeast.Of(node), losses.AtMost.Of(node)),
            _removed.Contains(node),
            graph.OutputOf(node),
            LostRange(node)?.Rounded(),
            losses.AtMost.Of(node) > 0m ? reasons.Of(node) : null,
            demand?.DemandOf(node),
            demand?.ProductionOf(node));
    }
}
