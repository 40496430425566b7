using GeoGraph.Exposure.Tracing;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Exposures;

/// <summary>The input groups that depend on a target.</summary>
/// <param name="Groups">The groups, in ascending order.</param>
/// <param name="LeftOut">True where flows that hold on the date, and would lead to further groups, do not count under the evidence rule.</param>
internal sealed record DependentGroups(IReadOnlyList<int> Groups, bool LeftOut);

/// <summary>Walks downstream from the flows that meet a target.</summary>
internal sealed class Downstream
{
    private const int FlowsBetweenLooks = 4096;
    private readonly GraphView _view;
    private readonly CancellationToken _cancellationToken;
    private readonly SortedSet<int> _groups = [];
    private bool _leftOut;
    private int _seen;

    private Downstream(GraphView view, CancellationToken cancellationToken)
    {
        _view = view;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The input groups that meet the target within the tiers.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static DependentGroups GroupsOf(GraphView view, TraceTarget target, int maxTier, CancellationToken cancellationToken)
    {
        var walk = new Downstream(view, cancellationToken);
        var flows = view.Graph.Flows;
        var buyers = new HashSet<int>();
        var frontier = walk.Reached(target.Candidates(view).Where(flow => view.Holds(flow) && target.HitOf(view, flow).Part.AtMost > 0m));
        for (var tier = 1; tier < maxTier && frontier.Count > 0; tier++)
        {
            frontier = walk.Reached(frontier
                .Where(group => !view.Graph.Groups.IsTrade(group))
                .Select(view.Graph.Groups.Buyer).Where(buyers.Add)
                .SelectMany(buyer => flows.FromNode(buyer).ToArray()).Where(view.Holds));
        }
        return new DependentGroups([.. walk._groups], walk._leftOut);
    }

    /// <summary>The groups, new ones only, that the flows feed; one that does not count feeds none.</summary>
    private List<int> Reached(IEnumerable<int> holding)
    {
        var reached = new List<int>();
        foreach (var flow in holding)
        {
            if (_seen++ % FlowsBetweenLooks == 0)
                _cancellationToken.ThrowIfCancellationRequested();
            var group = _view.Graph.Flows.Group(flow);
            if (!_view.Counts(flow))
                _leftOut = true;
            else if (_groups.Add(group))
                reached.Add(group);
        }
        return reached;
    }
}
