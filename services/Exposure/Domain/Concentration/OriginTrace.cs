using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Tracing;

namespace GeoGraph.Exposure.Concentration;

/// <summary>Where an input comes from in the end. The known shares of the origins, <see cref="Unknown"/> and <see cref="Untraced"/> sum to one.</summary>
/// <param name="Share">Known share of each node of the cone as an origin, by place.</param>
/// <param name="Observed">The part of it that rests on observed evidence alone.</param>
/// <param name="Unknown">Share whose supplier, or whose way through several input groups, no source states.</param>
/// <param name="Untraced">Share that leads on beyond the cone or the last tier.</param>
internal sealed record OriginShares(decimal[] Share, decimal[] Observed, decimal Unknown, decimal Untraced)
{
    /// <summary>True where the trace ended before its last tier for want of time.</summary>
    public bool IsLate { get; init; }

    /// <summary>The direct suppliers of a group taken as origins.</summary>
    public static OriginShares Direct(UpstreamCone cone, ConeGroup root)
    {
        var trace = new OriginTrace(cone);
        trace.Spread(root, 1m, 1m);
        return trace.Stop();
    }

    /// <summary>The origins of a group, through every tier of a cone whose groups are merged by value.</summary>
    public static OriginShares Through(UpstreamCone cone, ConeGroup root, TraceLimits limits, CancellationToken cancellationToken)
    {
        var trace = new OriginTrace(cone);
        trace.Spread(root, 1m, 1m);
        var (tier, isLate) = (1, false);
        for (; tier < limits.MaxTier && !isLate && trace.Advance(); tier++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            isLate = limits.IsOver;
        }
        return trace.StopAtOrigins() with { IsLate = isLate };
    }
}

/// <summary>Moves the whole of an input upstream, tier by tier, in proportion to shares.</summary>
internal sealed class OriginTrace(UpstreamCone cone)
{
    private readonly decimal[] _share = new decimal[cone.Nodes.Count];
    private readonly decimal[] _observed = new decimal[cone.Nodes.Count];
    private decimal[] _moving = new decimal[cone.Nodes.Count];
    private decimal[] _movingObserved = new decimal[cone.Nodes.Count];
    private decimal _unknown;

    /// <summary>Splits an amount over a group's suppliers.</summary>
    public void Spread(ConeGroup group, decimal amount, decimal observed)
    {
        _unknown += amount * group.Unknown;
        foreach (var link in group.Links)
        {
            if (link.Share is not { } share)
                continue;
            _moving[link.Supplier] += amount * share;
            _movingObserved[link.Supplier] += link.Inferred ? 0m : observed * share;
        }
    }

    /// <summary>Settles what has reached an origin and moves the rest one tier up; false where nothing is left to move.</summary>
    public bool Advance()
    {
        var (moving, observed) = (_moving, _movingObserved);
        _moving = new decimal[moving.Length];
        _movingObserved = new decimal[moving.Length];
        var moved = false;
        for (var place = 0; place < moving.Length; place++)
        {
            if (moving[place] == 0m)
                continue;
            if (IsOrigin(place))
            {
                _share[place] += moving[place];
                _observed[place] += observed[place];
            }
            else if (cone.Nodes[place].IsCut)
            {
                _moving[place] += moving[place];
            }
            else
            {
                foreach (var group in cone.Nodes[place].Groups)
                    Spread(group, moving[place], observed[place]);
                moved = true;
            }
        }
        return moved;
    }

    /// <summary>Takes what is moving as settled where it is.</summary>
    public OriginShares Stop() => new(_moving, _movingObserved, _unknown, 0m);

    /// <summary>Settles what has reached an origin; the rest is untraced.</summary>
    public OriginShares StopAtOrigins()
    {
        var untraced = 0m;
        for (var place = 0; place < _moving.Length; place++)
        {
            if (!IsOrigin(place))
            {
                untraced += _moving[place];
                continue;
            }
            _share[place] += _moving[place];
            _observed[place] += _movingObserved[place];
        }
        return new OriginShares(_share, _observed, _unknown, ShareRange.Round(untraced));
    }

    private bool IsOrigin(int place) => !cone.Nodes[place].IsCut && cone.Nodes[place].Groups.Length == 0;
}
