namespace GeoGraph.Exposure.Disruption;

/// <summary>Which end of the unknown a loss is worked out at.</summary>
internal enum LossBound
{
    /// <summary>What is known to be lost.</summary>
    AtLeast,

    /// <summary>That, and all that may be.</summary>
    AtMost,
}

/// <summary>
/// What a node loses when its inputs lose. With l the part lost, 0 to 1:
/// <list type="bullet">
/// <item>a flow loses 1 − d·(1 − l(supplier)), d being the part that arrives;</item>
/// <item>a group loses Σ share·l(flow); its unknown part loses nothing at least, at most as much as the hardest-hit flow that the group names. Where nothing
/// is known of its shares, at least as much as the flow hit least: whatever the shares are;</item>
/// <item>a node loses M + Σ w(g)·max(0, l(g) − M), M being the largest loss of an essential group and the sum taken over the inessential ones, w a
/// group's part of the value of all inputs: essential inputs set the pace, and an inessential one costs its weight where it falls short of that pace.
/// Where the weights are unknown, the sum lies between nothing and the worst of those groups (and, where no group is essential, is no less than the mildest).</item>
/// </list>
/// </summary>
internal static class LossFormula
{
    /// <summary>What a group loses.</summary>
    /// <param name="group">The group.</param>
    /// <param name="bound">Which end of the unknown.</param>
    /// <param name="lossOf">What each of its flows loses.</param>
    public static decimal OfGroup<TLosses>(InputGroup group, LossBound bound, TLosses lossOf)
        where TLosses : IFlowLosses
    {
        var (known, least, most) = (0m, 1m, 0m);
        foreach (ref readonly var flow in group.Flows.AsSpan())
        {
            var loss = lossOf.Of(flow);
            if (loss != 0m && flow.Share is { } share)
                known += share * loss;
            (least, most) = (Math.Min(least, loss), Math.Max(most, loss));
        }
        var unknown = bound == LossBound.AtMost ? most : group.NamesAll && group.Flows.Length > 0 ? least : 0m;
        return Math.Min(1m, known + (group.Unknown * unknown));
    }

    /// <summary>What a node loses, from what its groups lose.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="losses">What each loses, in the same order.</param>
    /// <param name="linear">True where all groups count as inessential.</param>
    /// <param name="bound">Which end of the unknown.</param>
    public static decimal OfNode(InputGroup[] groups, ReadOnlySpan<decimal> losses, bool linear, LossBound bound)
    {
        var (pace, anyEssential) = (0m, false);
        for (var i = 0; i < groups.Length; i++)
        {
            if (!groups[i].Essential || linear)
                continue;
            anyEssential = true;
            pace = Math.Max(pace, losses[i]);
        }
        var (sum, weighed, least, most) = (0m, true, 1m, 0m);
        for (var i = 0; i < groups.Length; i++)
        {
            if (groups[i].Essential && !linear)
                continue;
            var beyond = Math.Max(0m, losses[i] - pace);
            weighed &= groups[i].Weight is not null;
            sum += beyond * (groups[i].Weight ?? 0m);
            (least, most) = (Math.Min(least, beyond), Math.Max(most, beyond));
        }
        if (!weighed)
            sum = bound == LossBound.AtMost ? most : anyEssential ? 0m : least;
        return Math.Min(1m, pace + sum);
    }
}

/// <summary>Says what flows lose.</summary>
internal interface IFlowLosses
{
    /// <summary>The part of a flow that does not arrive, 0 to 1.</summary>
    decimal Of(in InputFlow flow);
}
