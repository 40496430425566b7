using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Tracing;

/// <summary>What a trace says of one root group.</summary>
/// <param name="Tiers">Share that meets the target at tier 1, 2, …, up to the last tier at which a chain meets it.</param>
/// <param name="Anywhere">Share that meets it at one tier at least.</param>
/// <param name="Untraced">Share that leads on beyond the cone or beyond the last tier; 0 where the trace is complete.</param>
internal sealed record TraceFigures(IReadOnlyList<ShareRange> Tiers, ShareRange Anywhere, decimal Untraced);

/// <summary>
/// The share of input groups that meets a target, tier by tier. With s the share of a flow in its group and h the part of it that meets the
/// target: <c>at₁(g) = Σ s·h</c>, <c>atₙ(g) = Σ s·atₙ₋₁(supplier)</c>, <c>anyₙ(g) = Σ s·(h + (1−h)·anyₙ₋₁(supplier))</c>, where a supplier's figure is
/// the largest over its groups, since each unit of output carries an input of every group. The lower bound takes
/// nothing and the upper bound all of what is unknown or untraced.
/// </summary>
internal sealed class TierTrace
{
    private readonly UpstreamCone _cone;
    private readonly ShareRange[] _hits;
    private Row[] _rows;

    private TierTrace(UpstreamCone cone, ShareRange[] hits)
    {
        _cone = cone;
        _hits = hits;
        _rows = [.. cone.Nodes.Select(node => Row.Beyond(node.IsCut || node.Groups.Count > 0))];
    }

    /// <summary>Traces every root.</summary>
    /// <param name="cone">Where to trace.</param>
    /// <param name="hits">The part of each link, by ordinal, that meets the target.</param>
    /// <param name="maxTier">How many tiers, at least 1.</param>
    /// <param name="cancellationToken">Stops the trace between tiers.</param>
    public static IReadOnlyList<TraceFigures> Run(UpstreamCone cone, ShareRange[] hits, int maxTier, CancellationToken cancellationToken)
    {
        var trace = new TierTrace(cone, hits);
        var tiers = cone.Roots.Select(_ => new List<ShareRange>()).ToList();
        var lastMet = new int[cone.Roots.Count];
        var roots = new Row[cone.Roots.Count];
        for (var tier = 1; tier <= maxTier; tier++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var root = 0; root < roots.Length; root++)
            {
                roots[root] = trace.Evaluate(cone.Roots[root], tier);
                tiers[root].Add(roots[root].At.Rounded());
                lastMet[root] = roots[root].Meets ? tier : lastMet[root];
            }
            if (tier < maxTier && !trace.Advance(tier))
                break;
        }
        return [.. roots.Select((row, root) => new TraceFigures(tiers[root][..lastMet[root]], row.Any.Rounded(), ShareRange.Round(row.Untraced)))];
    }

    /// <summary>True where another tier can change anything.</summary>
    private bool Advance(int tier)
    {
        var next = new Row[_rows.Length];
        for (var i = 0; i < next.Length; i++)
            next[i] = Evaluate(_cone.Nodes[i], tier);
        var moves = !next.AsSpan().SequenceEqual(_rows) || Array.Exists(next, row => row.Meets);
        _rows = next;
        return moves;
    }

    private Row Evaluate(ConeNode node, int tier)
    {
        if (node.IsCut)
            return Row.Beyond(true);
        var widest = default(Row);
        foreach (var group in node.Groups)
            widest = Row.Widest(widest, Evaluate(group, tier));
        return widest;
    }

    private Row Evaluate(ConeGroup group, int tier)
    {
        var any = new ShareRange(0m, group.Unknown, 0m);
        var at = any;
        var untraced = 0m;
        var meets = false;
        foreach (var link in group.Links)
        {
            var hit = _hits[link.Ordinal];
            var beyond = _rows[link.Supplier];
            any = Add(any, link, Either(hit, beyond.Any));
            at = Add(at, link, tier == 1 ? hit : beyond.At);
            meets |= link.AtMost > 0m && (tier == 1 ? hit.AtMost > 0m : beyond.Meets);
            untraced = Math.Min(1m, untraced + (link.AtMost * (1m - hit.AtLeast) * beyond.Untraced));
        }
        return new Row(any, at, untraced, meets);
    }

    private static ShareRange Add(ShareRange sum, Link link, ShareRange part)
    {
        if (link.Share is not { } share)
            return sum;
        return new ShareRange(
            sum.AtLeast + (share * part.AtLeast),
            Math.Min(1m, sum.AtMost + (share * part.AtMost)),
            sum.Observed + (link.Inferred ? 0m : share * part.Observed));
    }

    private static ShareRange Either(ShareRange here, ShareRange beyond) => new(
        here.AtLeast + ((1m - here.AtLeast) * beyond.AtLeast),
        here.AtMost + ((1m - here.AtMost) * beyond.AtMost),
        here.Observed + ((1m - here.Observed) * beyond.Observed));

    /// <summary>What is known of a node or group with some number of tiers left.</summary>
    /// <param name="Any">Share that meets the target at one of these tiers at least.</param>
    /// <param name="At">Share that meets it at the last of these tiers.</param>
    /// <param name="Untraced">Share that leads on beyond them.</param>
    /// <param name="Meets">True where a chain meets it at the last of these tiers.</param>
    private readonly record struct Row(ShareRange Any, ShareRange At, decimal Untraced, bool Meets)
    {
        public static Row Beyond(bool hasInputs) => hasInputs ? new Row(ShareRange.Unknown, ShareRange.Unknown, 1m, false) : default;

        public static Row Widest(Row left, Row right) =>
            new(ShareRange.Widest(left.Any, right.Any), ShareRange.Widest(left.At, right.At), Math.Max(left.Untraced, right.Untraced), left.Meets || right.Meets);
    }
}
