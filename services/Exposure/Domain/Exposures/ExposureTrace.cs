using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Tracing;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Exposures;

/// <summary>One cone, read for any number of targets, and what the answers add up to.</summary>
internal sealed class ExposureTrace(GraphView view, UpstreamCone cone, TraceLimits limits, CancellationToken cancellationToken)
{
    private readonly List<Pending> _pending = [];
    private bool _isUntraced;
    private bool _isLate;
    private bool _isLeftOut = cone.LeftOut > 0;

    /// <summary>Works out the figures of every root for a target.</summary>
    public void Add(TraceTarget target)
    {
        var hits = HitsOf(target);
        var (traced, isLate) = TierTrace.Run(cone, Array.ConvertAll(hits, hit => hit.Part), limits, cancellationToken);
        _isLate |= isLate;
        for (var root = 0; root < traced.Count; root++)
        {
            _isUntraced |= traced[root].Untraced > 0m;
            if (traced[root].Tiers.Count > 0)
                _pending.Add(new Pending(target, cone.Roots[root], traced[root]));
        }
    }

    /// <summary>Notes that the evidence rule left out flows that the cone does not hold.</summary>
    public void NoteLeftOut() => _isLeftOut = true;

    /// <summary>The answer over all targets added: the largest figures, with their chains.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="targetsLeftOut">Targets that were not added for a limit.</param>
    /// <param name="parameters">The question's parameters.</param>
    public ExposureAnswer Answer(Measure measure, int targetsLeftOut, params IEnumerable<(string Name, string Text)> parameters)
    {
        var ranked = _pending
            .OrderByDescending(pending => pending.Figures.Anywhere.AtLeast).ThenByDescending(pending => pending.Figures.Anywhere.AtMost)
            .ThenBy(pending => pending.Target.Id).ThenBy(pending => pending.Root.Group)
            .Take(limits.MaxResults).ToList();
        var figures = new ExposureFigure[ranked.Count];
        foreach (var sameTarget in ranked.Select((pending, place) => (pending, place)).GroupBy(entry => entry.pending.Target))
        {
            var search = new ChainSearch(view, cone, HitsOf(sameTarget.Key), limits);
            foreach (var (pending, place) in sameTarget)
                figures[place] = Figure(pending, search);
        }
        var isLate = _isLate || (limits.IsOver && Array.Exists(figures, figure => figure.HasMoreChains));
        var isCut = targetsLeftOut > 0 || ranked.Count < _pending.Count;
        var pruned = cone.Cut | (_isUntraced ? PrunedBy.Depth : PrunedBy.Nothing) | (isCut ? PrunedBy.Limit : PrunedBy.Nothing)
            | (isLate ? PrunedBy.Deadline : PrunedBy.Nothing) | (_isLeftOut ? PrunedBy.Confidence : PrunedBy.Nothing);
        var basis = AnswerBasis.Of(view, measure, new Completeness(pruned, cone.Nodes.Count + 1, cone.Flows.Count),
            [.. parameters, ("max_tier", limits.MaxTier.ToString(null, null))]);
        return new ExposureAnswer(basis, figures, _pending.Count + targetsLeftOut) { UnknownGroups = cone.UnknownGroups };
    }

    private Hit[] HitsOf(TraceTarget target) => [.. cone.Flows.Select(flow => target.HitOf(view, flow))];

    private ExposureFigure Figure(Pending pending, ChainSearch search)
    {
        var chains = search.From(pending.Root, cancellationToken);
        var graph = view.Graph;
        return new ExposureFigure
        {
            Buyer = graph.NodeId(graph.Groups.Buyer(pending.Root.Group)),
            Group = graph.Groups.Name(pending.Root.Group),
            IsTrade = graph.Groups.IsTrade(pending.Root.Group),
            Target = pending.Target.Id,
            Anywhere = pending.Figures.Anywhere,
            Tiers = pending.Figures.Tiers,
            Chains = chains.Chains,
            HasMoreChains = chains.HasMore,
        };
    }

    private sealed record Pending(TraceTarget Target, ConeGroup Root, TraceFigures Figures);
}
