using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Tracing;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Concentration;

/// <summary>Gathers origins under their keys and works out the index.</summary>
internal sealed class ConcentrationParts(GraphView view, UpstreamCone cone, PartKeys keys, OriginShares origins, ConcentrationDepth depth)
{
    private readonly Dictionary<int, Part> _parts = [];

    /// <summary>The answer.</summary>
    public ConcentrationAnswer Answer(Measure measure, TraceLimits limits, CancellationToken cancellationToken, params IEnumerable<(string Name, string Text)> parameters)
    {
        var unknown = origins.Unknown + origins.Untraced + Gather();
        var ranked = _parts.Values.OrderByDescending(part => ShareRange.Round(part.Share)).ThenBy(part => part.Key).ToList();
        var listed = ranked.Take(limits.MaxResults).Select(part => Describe(part, unknown, limits, cancellationToken)).ToList();
        var squares = ranked.Sum(part => part.Share * part.Share);
        var largest = ranked.Count > 0 ? ranked[0].Share : 0m;
        var isLate = origins.IsLate || (limits.IsOver && listed.Exists(part => part.HasMoreChains));
        var isCut = listed.Count < ranked.Count;
        var pruned = cone.Cut | (isLate ? PrunedBy.Deadline : PrunedBy.Nothing) | (origins.Untraced > 0m ? PrunedBy.Depth : PrunedBy.Nothing) | (isCut ? PrunedBy.Limit : PrunedBy.Nothing)
            | (cone.LeftOut > 0 ? PrunedBy.Confidence : PrunedBy.Nothing);
        return new ConcentrationAnswer(
            AnswerBasis.Of(view, measure, new Completeness(pruned, cone.Nodes.Count + 1, cone.Flows.Count), [.. parameters, ("max_tier", limits.MaxTier.ToString(null, null))]),
            listed,
            ranked.Count,
            ShareRange.Round(unknown),
            ShareRange.Round(squares),
            ShareRange.Round(squares + (2m * largest * unknown) + (unknown * unknown)),
            ShareRange.Round(ranked.Sum(part => part.Share - part.Observed)));
    }

    /// <summary>Puts every origin under its key; the sum of those that have none.</summary>
    private decimal Gather()
    {
        var homeless = 0m;
        for (var place = 0; place < cone.Nodes.Count; place++)
        {
            if (!IsOrigin(place))
                continue;
            if (keys.KeyOf(cone.Nodes[place].Node) is not { } key)
            {
                homeless += origins.Share[place];
                continue;
            }
            if (!_parts.TryGetValue(key.Node, out var part))
                _parts[key.Node] = part = new Part(key.Node);
            part.Share += origins.Share[place];
            part.Observed += key.Inferred ? 0m : origins.Observed[place];
            part.Origins[cone.Nodes[place].Node] = key;
        }
        return homeless;
    }

    // A supplier without a known share is listed as well, with the share of nothing at least and all that is unknown at most.
    private bool IsOrigin(int place) =>
        depth == ConcentrationDepth.Direct || origins.Share[place] > 0m || (!cone.Nodes[place].IsCut && cone.Nodes[place].Groups.Length == 0);

    private ConcentrationPart Describe(Part part, decimal unknown, TraceLimits limits, CancellationToken cancellationToken)
    {
        var target = new OriginTarget(view.Graph.NodeId(part.Key), part.Origins);
        var search = new ChainSearch(view, cone, [.. cone.Flows.Select(flow => target.HitOf(view, flow))], limits);
        var chains = search.From(cone.Roots[0], cancellationToken);
        EntityId[] placement = [.. part.Origins.Values.SelectMany(place => place.Via).Distinct().Order()];
        var share = new ShareRange(part.Share, part.Share + unknown, part.Observed).Rounded();
        return new ConcentrationPart(target.Id, share, placement, chains.Chains, chains.HasMore);
    }

    private sealed class Part(int key)
    {
        public int Key { get; } = key;

        public decimal Share { get; set; }

        public decimal Observed { get; set; }

        public SortedDictionary<int, Placement> Origins { get; } = [];
    }

    private sealed class OriginTarget(EntityId id, SortedDictionary<int, Placement> placed) : TraceTarget(id)
    {
        public override Hit HitOf(GraphView graph, int flow) =>
            placed.TryGetValue(graph.Graph.Flows.Supplier(flow), out var place) ? Hit.Whole(place.Via, place.Inferred) : Hit.None;
    }
}
