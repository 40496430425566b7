using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Tracing;

/// <summary>
/// Sums and products of shares, exact as <see cref="decimal"/> is. A product of long decimals is dear, so that what is nothing, or all, or the same as another bound is not
/// multiplied; the results are those of multiplying.
/// </summary>
internal static class Shares
{
    /// <summary>The sum and the link's part of a range; the sum alone where the link's share is unknown.</summary>
    public static ShareRange Add(in ShareRange sum, in Link link, in ShareRange part)
    {
        if (link.Share is not { } share || part.AtMost == 0m)
            return sum;
        var least = part.AtLeast == 0m ? 0m : share * part.AtLeast;
        var most = part.AtMost == part.AtLeast ? least : share * part.AtMost;
        var observed = link.Inferred || part.Observed == 0m ? 0m : part.Observed == part.AtLeast ? least : share * part.Observed;
        return new ShareRange(sum.AtLeast + least, Math.Min(1m, sum.AtMost + most), sum.Observed + observed);
    }

    /// <summary>What meets the target here or, of the rest, beyond: <c>h + (1−h)·b</c>.</summary>
    public static ShareRange Either(in ShareRange here, in ShareRange beyond)
    {
        if (here.AtMost == 0m)
            return beyond;
        if (beyond.AtMost == 0m || here.Observed == 1m)
            return here;
        var least = Either(here.AtLeast, beyond.AtLeast);
        var most = here.IsExact && beyond.IsExact ? least : Either(here.AtMost, beyond.AtMost);
        var observed = here.Observed == here.AtLeast && beyond.Observed == beyond.AtLeast ? least : Either(here.Observed, beyond.Observed);
        return new ShareRange(least, most, observed);
    }

    private static decimal Either(decimal here, decimal beyond) => here == 0m ? beyond : beyond == 0m ? here : here + ((1m - here) * beyond);
}
