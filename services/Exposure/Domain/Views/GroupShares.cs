namespace GeoGraph.Exposure.Views;

/// <summary>Where the shares of an input group come from.</summary>
internal enum ShareBasis
{
    /// <summary>Every flow that holds on the date states a value, and they are not all zero: share = value / sum of values.</summary>
    Values,

    /// <summary>Otherwise, where at least one flow states a share: the shares as stated, scaled down where they exceed one.</summary>
    StatedShares,

    /// <summary>Neither: nothing is known of the shares.</summary>
    None,
}

/// <summary>One flow's part in its input group.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Share">Its share, 0 to 1; null where unknown.</param>
/// <param name="AtMost">The share, or the group's unknown part where the share is unknown.</param>
internal readonly record struct MemberShare(int Flow, decimal? Share, decimal AtMost);

/// <summary>The shares of an input group on a date. The known shares and <paramref name="Unknown"/> sum to one.</summary>
/// <param name="Group">The input group.</param>
/// <param name="Basis">Where the shares come from.</param>
/// <param name="Members">The flows that hold on the date and count, in order of id.</param>
/// <param name="Unknown">The part, 0 to 1, of which no counted flow is known to have how much.</param>
/// <param name="LeftOut">How many flows hold on the date but do not count under the evidence rule.</param>
internal sealed record GroupShares(int Group, ShareBasis Basis, IReadOnlyList<MemberShare> Members, decimal Unknown, int LeftOut);
