namespace GeoGraph.Exposure.Tracing;

/// <summary>The start of a chain from the buyer, or a whole one; ordered by what to look at first.</summary>
internal sealed class ChainStep : IComparable<ChainStep>
{
    private readonly ChainStep? _before;

    /// <summary>Adds a link to a chain.</summary>
    /// <param name="link">The link.</param>
    /// <param name="before">The chain so far; null where the link feeds the buyer.</param>
    /// <param name="isEnd">True where the chain meets the target on this link.</param>
    /// <param name="best">Largest product that can follow.</param>
    /// <param name="tiersLeft">Fewest flows that must follow.</param>
    public ChainStep(Link link, ChainStep? before, bool isEnd, decimal best, int tiersLeft)
    {
        Link = link;
        IsEnd = isEnd;
        _before = before;
        Tier = (before?.Tier ?? 0) + 1;
        Share = before is null ? link.Share : before.Share * link.Share;
        AtMost = (before?.AtMost ?? 1m) * link.AtMost;
        Estimate = AtMost * best;
        TiersInAll = Tier + tiersLeft;
    }

    /// <summary>The last link.</summary>
    public Link Link { get; }

    /// <summary>True where the chain is whole.</summary>
    public bool IsEnd { get; }

    /// <summary>Links so far.</summary>
    public int Tier { get; }

    /// <summary>Product of the shares so far; null where one is unknown.</summary>
    public decimal? Share { get; }

    /// <summary>The most that the product can be.</summary>
    public decimal AtMost { get; }

    /// <summary>The most that the whole chain's share can be.</summary>
    public decimal Estimate { get; }

    /// <summary>The fewest links that the whole chain has.</summary>
    public int TiersInAll { get; }

    /// <summary>The chain's steps, the one into the buyer first.</summary>
    public List<ChainStep> FromBuyer()
    {
        var steps = new List<ChainStep>(Tier);
        for (var step = this; step is not null; step = step._before)
            steps.Add(step);
        steps.Reverse();
        return steps;
    }

    /// <summary>Larger estimates first, then those that end soonest, then the longer start, then by flows from the buyer up, then ends first.</summary>
    public int CompareTo(ChainStep? other)
    {
        if (other is null)
            return -1;
        var byEstimate = other.Estimate.CompareTo(Estimate);
        if (byEstimate != 0)
            return byEstimate;
        var byLength = TiersInAll.CompareTo(other.TiersInAll);
        if (byLength != 0)
            return byLength;
        var byTier = other.Tier.CompareTo(Tier);
        return byTier != 0 ? byTier : CompareFlows(other);
    }

    private int CompareFlows(ChainStep other)
    {
        if (ReferenceEquals(this, other))
            return 0;
        var byStart = _before is null || other._before is null ? 0 : _before.CompareFlows(other._before);
        if (byStart != 0)
            return byStart;
        var byFlow = Link.Flow.CompareTo(other.Link.Flow);
        return byFlow != 0 ? byFlow : other.IsEnd.CompareTo(IsEnd);
    }
}
