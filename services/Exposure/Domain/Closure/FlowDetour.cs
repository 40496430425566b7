namespace GeoGraph.Exposure.Closure;

/// <summary>What a closure does to a flow that passes what is shut. Parts are of the whole flow, 0 to 1.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Part">The part that passes what is shut; null where no source says how much does.</param>
/// <param name="Lost">What of that part does not arrive; null where unknown.</param>
/// <param name="Reason">Why it does not; null where all of it goes round.</param>
/// <param name="Detour">The other way; null where none of it goes round.</param>
internal sealed record FlowDetour(int Flow, decimal? Part, decimal? Lost, string? Reason, Detour? Detour)
{
    /// <summary>What goes round; null where unknown.</summary>
    public decimal? Rerouted => Detour is null ? 0m : Part - Lost;

    /// <summary>What still arrives, in whichever way; null where unknown.</summary>
    public decimal? Delivered => 1m - Lost;
}

/// <summary>Another way by sea.</summary>
/// <param name="FromPort">Number of the port of departure.</param>
/// <param name="ToPort">Number of the port of arrival.</param>
/// <param name="ExtraMicrometres">How much longer it is than the way while nothing is shut; zero where that way does not pass what is shut.</param>
/// <param name="Chokepoints">The nodes of the chokepoints that it passes, in order of node.</param>
internal sealed record Detour(int FromPort, int ToPort, long ExtraMicrometres, IReadOnlyList<int> Chokepoints);
