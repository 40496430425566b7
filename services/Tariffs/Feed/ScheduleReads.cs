using GeoGraph.Core;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Feed;

namespace GeoGraph.Tariffs.Feed;

/// <summary>From which state a call wants its answer; empty tokens ask for nothing.</summary>
internal sealed record WantedState(RevisionToken AtLeast, RevisionToken Exact)
{
    /// <summary>The newest state.</summary>
    public static readonly WantedState Newest = new(RevisionToken.Empty, RevisionToken.Empty);
}

/// <summary>Opens the schedule that a call asks for.</summary>
internal sealed class ScheduleReads(Newest<LoadedSchedule> newest, ExactSchedules exact)
{
    /// <summary>
    /// The newest schedule, or the one of just the state asked for. A state that is still to come is waited for within the deadline, also where
    /// nothing is loaded yet.
    /// </summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.NotReady"/> and <see cref="ErrorReason.RevisionNotReached"/>.</exception>
    public async Task<LoadedSchedule> OpenAsync(WantedState wanted, DateTime deadline, CancellationToken cancellationToken)
    {
        if (wanted.Exact != RevisionToken.Empty)
            return newest.Value is { } now && now.IsExactly(wanted.Exact) ? now : await exact.GetAsync(wanted.Exact, deadline, cancellationToken);
        if (wanted.AtLeast == RevisionToken.Empty)
            return newest.Value ?? throw FeedRefusals.NotReady(ServiceNames.Agreements);
        return await newest.WaitForAsync(state => state.IsAtLeast(wanted.AtLeast), deadline, cancellationToken)
            ?? throw (newest.Value is { } reached ? FeedRefusals.NotReached(wanted.AtLeast, reached.Token) : FeedRefusals.NotReady(ServiceNames.Agreements));
    }
}
