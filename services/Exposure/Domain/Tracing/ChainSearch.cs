using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Tracing;

/// <summary>Chains found, and whether there are more than listed.</summary>
internal sealed record ChainList(IReadOnlyList<Chain> Chains, bool HasMore);

/// <summary>
/// Lists the chains that meet a target, the largest (by the most its share can be) first, then those that end soonest.
/// Best-first search whose estimate of the rest of a chain is never too small, so that the chains found first are the largest.
/// </summary>
internal sealed class ChainSearch
{
    /// <summary>How many partial chains one list looks at before it stops and says that there may be more.</summary>
    public const int MaxSteps = 100_000;

    /// <summary>How many partial chains all lists of one cone look at together.</summary>
    public const int MaxStepsOfCone = 2_000_000;

    private readonly GraphView _view;
    private readonly UpstreamCone _cone;
    private readonly Hit[] _hits;
    private readonly TraceLimits _limits;
    private readonly ChainEstimate _estimate;

    /// <summary>Prepares lists of chains to one target.</summary>
    /// <param name="view">The graph.</param>
    /// <param name="cone">Where to search.</param>
    /// <param name="hits">How far each link, by ordinal, meets the target.</param>
    /// <param name="limits">How many chains and tiers.</param>
    public ChainSearch(GraphView view, UpstreamCone cone, Hit[] hits, TraceLimits limits)
    {
        _view = view;
        _cone = cone;
        _hits = hits;
        _limits = limits;
        _estimate = ChainEstimate.Of(cone, hits, limits.MaxTier);
    }

    /// <summary>The chains that start from one root group, at most <see cref="TraceLimits.MaxChains"/> of them.</summary>
    public ChainList From(ConeGroup root, CancellationToken cancellationToken)
    {
        var open = new PriorityQueue<ChainStep, ChainStep>();
        Extend(open, root, null);
        var found = new List<Chain>();
        for (var steps = 0; steps < MaxSteps && _cone.Steps < MaxStepsOfCone && !_limits.IsOver && found.Count < _limits.MaxChains && open.TryDequeue(out var step, out _); steps++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _cone.Steps++;
            if (step.IsEnd)
                found.Add(ChainOf(step));
            else
                ExtendAll(open, step);
        }
        return new ChainList(found, open.Count > 0);
    }

    private void ExtendAll(PriorityQueue<ChainStep, ChainStep> open, ChainStep step)
    {
        foreach (var group in _cone.Nodes[step.Link.Supplier].Groups)
            Extend(open, group, step);
    }

    private void Extend(PriorityQueue<ChainStep, ChainStep> open, ConeGroup group, ChainStep? before)
    {
        foreach (var link in group.Links)
        {
            Open(open, link, before, isEnd: true, _hits[link.Ordinal].Part.AtMost, 0);
            Open(open, link, before, isEnd: false, _estimate.Best[link.Supplier], _estimate.Tiers[link.Supplier]);
        }
    }

    private void Open(PriorityQueue<ChainStep, ChainStep> open, Link link, ChainStep? before, bool isEnd, decimal best, int tiersLeft)
    {
        // Most links lead nowhere; nothing is made of these.
        if (best <= 0m || (before?.Tier ?? 0) + 1 + tiersLeft > _limits.MaxTier)
            return;
        var step = new ChainStep(link, before, isEnd, best, tiersLeft);
        if (step.Estimate > 0m)
            open.Enqueue(step, step);
    }

    private Chain ChainOf(ChainStep end)
    {
        var steps = end.FromBuyer();
        var graph = _view.Graph;
        var hit = _hits[end.Link.Ordinal];
        var share = hit.Part.IsExact ? end.Share * hit.Part.AtLeast : null;
        return new Chain(
            [_cone.Ids.Node(graph, graph.Groups.Buyer(graph.Flows.Group(steps[0].Link.Flow))), .. steps.Select(step => _cone.Ids.Node(graph, graph.Flows.Supplier(step.Link.Flow)))],
            [.. steps.Select(step => _cone.Ids.Flow(graph, step.Link.Flow))],
            hit.Via,
            share is { } known ? ShareRange.Round(known) : null,
            ShareRange.Round(end.AtMost * hit.Part.AtMost),
            steps.Exists(step => step.Link.Inferred) || hit.Part.Inferred > 0m);
    }
}
