using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Tracing;

/// <summary>How the input groups of a supplier share in its output.</summary>
internal enum GroupSplit
{
    /// <summary>Each group whole: a unit of output carries an input of every group (groups are ANDed).</summary>
    EachWhole,

    /// <summary>By the groups' values, so that the parts sum to one; unknown where a flow states no value and there are several groups.</summary>
    ByValue,
}

/// <summary>Walks upstream from input groups, tier by tier, within limits.</summary>
internal sealed class ConeBuilder
{
    private readonly GraphView _view;
    private readonly TraceLimits _limits;
    private readonly GroupSplit _split;
    private readonly List<ConeNode> _nodes = [];
    private readonly List<int> _flows = [];
    private readonly Dictionary<int, int> _placeOf = [];
    private readonly Dictionary<int, ConeGroup> _groups = [];
    private int _leftOut;
    private PrunedBy _cut;

    private ConeBuilder(GraphView view, TraceLimits limits, GroupSplit split)
    {
        _view = view;
        _limits = limits;
        _split = split;
    }

    /// <summary>The cone upstream of the groups.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static UpstreamCone Build(GraphView view, IReadOnlyList<int> rootGroups, TraceLimits limits, GroupSplit split, CancellationToken cancellationToken)
    {
        var builder = new ConeBuilder(view, limits, split);
        var roots = new List<ConeGroup>(rootGroups.Count);
        foreach (var group in rootGroups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            roots.Add(builder.Expand(group, 1));
        }
        for (var next = 0; next < builder._nodes.Count; next++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            builder.ExpandNode(builder._nodes[next]);
        }
        return new UpstreamCone
        {
            Roots = roots,
            Nodes = builder._nodes,
            Flows = builder._flows,
            LeftOut = builder._leftOut,
            Cut = builder._cut,
        };
    }

    private void ExpandNode(ConeNode node)
    {
        var groups = _view.SupplyGroups(node.Node);
        if (groups.Count == 0)
            return;
        if (node.Tier >= _limits.MaxTier)
        {
            node.IsCut = true;
            return;
        }
        var expanded = groups.ConvertAll(group => Expand(group, node.Tier + 1));
        node.Groups = _split == GroupSplit.EachWhole || groups.Count == 1 ? [.. expanded] : [MergeByValue(groups, expanded)];
    }

    private ConeGroup Expand(int group, int tier)
    {
        if (_groups.TryGetValue(group, out var known))
            return known;
        var shares = _view.Shares(group);
        _leftOut += shares.LeftOut;
        var cut = _flows.Count + shares.Members.Count > _limits.MaxRelations ? PrunedBy.Limit : _limits.IsOver ? PrunedBy.Deadline : PrunedBy.Nothing;
        if (cut != PrunedBy.Nothing)
        {
            _cut |= cut;
            return _groups[group] = new ConeGroup(group, [], 1m);
        }
        var flows = _view.Graph.Flows;
        var links = shares.Members
            .Select((member, i) => new Link(_flows.Count + i, member.Flow, Place(flows.Supplier(member.Flow), tier), member.Share, member.AtMost, flows.Flags(member.Flow).Inferred))
            .ToArray();
        _flows.AddRange(links.Select(link => link.Flow));
        return _groups[group] = new ConeGroup(group, links, shares.Unknown);
    }

    private int Place(int node, int tier)
    {
        if (_placeOf.TryGetValue(node, out var place))
            return place;
        _nodes.Add(new ConeNode(node, tier));
        return _placeOf[node] = _nodes.Count - 1;
    }

    private ConeGroup MergeByValue(List<int> groups, List<ConeGroup> expanded)
    {
        var values = groups.ConvertAll(ValueOf);
        var total = values.Sum();
        if (total is not > 0m || values.Contains(null))
            return new ConeGroup(groups[0], [.. expanded.SelectMany(group => group.Links).Select(link => link with { Share = null, AtMost = 1m })], 1m);
        var links = new List<Link>();
        var unknown = 0m;
        for (var i = 0; i < expanded.Count; i++)
        {
            var weight = values[i]!.Value / total.Value;
            unknown += weight * expanded[i].Unknown;
            links.AddRange(expanded[i].Links.Select(link => link with { Share = link.Share * weight, AtMost = link.AtMost * weight }));
        }
        return new ConeGroup(groups[0], [.. links], unknown);
    }

    private decimal? ValueOf(int group)
    {
        var sum = 0m;
        for (var flow = _view.Graph.Groups.FirstFlow(group); flow < _view.Graph.Groups.EndFlow(group); flow++)
        {
            if (!_view.Holds(flow))
                continue;
            if (_view.Graph.Flows.Value(flow) is not { } value)
                return null;
            sum += value;
        }
        return sum;
    }
}
