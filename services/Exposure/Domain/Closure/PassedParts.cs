using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Closure;

/// <summary>
/// How much of a flow passes what is shut. Shares through several passages are parts side by side as far as they fit into the flow: a half and a half make the
/// whole. What does not fit passes them one after the other: all through one strait and all through the next, both shut, is lost once.
/// </summary>
/// <param name="Any">The part that passes anything shut, 0 to 1; null where no source says how much.</param>
/// <param name="Fixed">The part that passes what may not be gone round; null as there.</param>
/// <param name="IsTouched">True where the flow passes, or may pass, something shut.</param>
/// <param name="MayGoRound">True where some of it passes what may be gone round.</param>
internal readonly record struct PassedParts(decimal? Any, decimal? Fixed, bool IsTouched, bool MayGoRound)
{
    /// <summary>The parts of a flow with some passages.</summary>
    /// <param name="passages">What the flow passes.</param>
    /// <param name="shut">The shut nodes, each with true where nothing may go round.</param>
    public static PassedParts Of(ReadOnlySpan<Passage> passages, IReadOnlyDictionary<int, bool> shut)
    {
        var (any, rigid, isTouched, mayGoRound) = ((decimal?)0m, (decimal?)0m, false, false);
        foreach (var passage in passages)
        {
            if (passage.Share == 0m || !shut.TryGetValue(passage.Chokepoint, out var isFixed))
                continue;
            isTouched = true;
            any = Sum(any, passage.Share);
            if (isFixed)
                rigid = Sum(rigid, passage.Share);
            else
                mayGoRound = true;
        }
        return new PassedParts(any, rigid, isTouched, mayGoRound);
    }

    // The whole is the whole, whatever else is unknown.
    private static decimal? Sum(decimal? sum, decimal? share) => sum == 1m || share == 1m ? 1m : sum + share is { } known ? Math.Min(1m, known) : null;
}
