using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Tracing;

/// <summary>What a trace says of one root group.</summary>
/// <param name="Tiers">Share that meets the target at tier 1, 2, …, up to the last tier at which a chain meets it.</param>
/// <param name="Anywhere">Share that meets it at one tier at least.</param>
/// <param name="Untraced">Share that leads on beyond the cone or beyond the last tier; 0 where the trace is complete.</param>
internal sealed record TraceFigures(IReadOnlyList<ShareRange> Tiers, ShareRange Anywhere, decimal Untraced);

/// <summary>What a trace says of all root groups.</summary>
/// <param name="Roots">By root.</param>
/// <param name="IsLate">True where it ended before its last tier for want of time.</param>
internal sealed record TraceResult(IReadOnlyList<TraceFigures> Roots, bool IsLate);

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
    private Row[] _next;
    private readonly bool[] _moved;

    private TierTrace(UpstreamCone cone, ShareRange[] hits)
    {
        _cone = cone;
        _hits = hits;
        _rows = [.. cone.Nodes.Select(node => Row.Beyond(node.IsCut || node.Groups.Length > 0))];
        (_next, _moved) = (new Row[_rows.Length], new bool[_rows.Length]);
    }

    /// <summary>Traces every root.</summary>
    /// <param name="cone">Where to trace.</param>
    /// <param name="hits">The part of each link, by ordinal, that meets the target.</param>
    /// <param name="limits">How many tiers, and when to end between two of them; what is then untraced is unknown.</param>
    /// <param name="cancellationToken">Stops the trace between tiers.</param>
    public static TraceResult Run(UpstreamCone cone, ShareRange[] hits, TraceLimits limits, CancellationToken cancellationToken)
    {
        var trace = new TierTrace(cone, hits);
        var tiers = cone.Roots.Select(_ => new List<ShareRange>()).ToList();
        var lastMet = new int[cone.Roots.Count];
        var roots = new Row[cone.Roots.Count];
        var isLate = false;
        for (var tier = 1; tier <= limits.MaxTier && !isLate; tier++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var root = 0; root < roots.Length; root++)
            {
                roots[root] = trace.Evaluate(cone.Roots[root], tier);
                tiers[root].Add(roots[root].At.Rounded());
                lastMet[root] = roots[root].Meets ? tier : lastMet[root];
            }
            isLate = tier < limits.MaxTier && limits.IsOver;
            if (tier < limits.MaxTier && !isLate && !trace.Advance(tier))
                break;
        }
        return new TraceResult([.. roots.Select((row, root) => new TraceFigures(tiers[root][..lastMet[root]], row.Any.Rounded(), ShareRange.Round(row.Untraced)))], isLate);
    }

    /// <summary>True where another tier can change anything.</summary>
    private bool Advance(int tier)
    {
        var moves = false;
        for (var i = 0; i < _next.Length; i++)
        {
            _next[i] = IsSettled(_cone.Nodes[i], tier) ? _rows[i] : Evaluate(_cone.Nodes[i], tier);
            moves |= _next[i].Meets;
        }
        for (var i = 0; i < _next.Length; i++)
        {
            _moved[i] = _next[i] != _rows[i];
            moves |= _moved[i];
        }
        (_rows, _next) = (_next, _rows);
        return moves;
    }

    // A row follows from those of the suppliers, from the second tier on always in the same way: where none of them moved, nor does it.
    private bool IsSettled(ConeNode node, int tier)
    {
        if (tier <= 2)
            return false;
        foreach (var group in node.Groups)
        {
            foreach (ref readonly var link in group.Links.AsSpan())
            {
                if (_moved[link.Supplier])
                    return false;
            }
        }
        return true;
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
        foreach (ref readonly var link in group.Links.AsSpan())
        {
            ref readonly var hit = ref _hits[link.Ordinal];
            ref readonly var beyond = ref _rows[link.Supplier];
            if (hit.AtMost == 0m && beyond.IsNothing)
                continue;
            any = Shares.Add(any, link, Shares.Either(hit, beyond.Any));
            at = Shares.Add(at, link, tier == 1 ? hit : beyond.At);
            meets |= link.AtMost > 0m && (tier == 1 ? hit.AtMost > 0m : beyond.Meets);
            if (beyond.Untraced > 0m)
                untraced = Math.Min(1m, untraced + (link.AtMost * (1m - hit.AtLeast) * beyond.Untraced));
        }
        return new Row(any, at, untraced, meets);
    }

    /// <summary>What is known of a node or group with some number of tiers left.</summary>
    /// <param name="Any">Share that meets the target at one of these tiers at least.</param>
    /// <param name="At">Share that meets it at the last of these tiers.</param>
    /// <param name="Untraced">Share that leads on beyond them.</param>
    /// <param name="Meets">True where a chain meets it at the last of these tiers.</param>
    private readonly record struct Row(ShareRange Any, ShareRange At, decimal Untraced, bool Meets)
    {
        /// <summary>True where nothing meets it, known or not, and nothing leads on.</summary>
        public bool IsNothing => Any.AtMost == 0m && At.AtMost == 0m && Untraced == 0m && !Meets;

        public static Row Beyond(bool hasInputs) => hasInputs ? new Row(ShareRange.Unknown, ShareRange.Unknown, 1m, false) : default;

        public static Row Widest(Row left, Row right) =>
            new(ShareRange.Widest(left.Any, right.Any), ShareRange.Widest(left.At, right.At), Math.Max(left.Untraced, right.Untraced), left.Meets || right.Meets);
    }
}
