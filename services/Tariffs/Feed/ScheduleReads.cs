using GeoGraph.Core;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Feed;

namespace GeoGraph.Tariffs.Feed;

/// <summary>From which state a call wants its answer; empty tokens ask for nothing.</summary>
internal sealed record WantedState(RevisionToken AtLeast, RevisionToken Exact);

/// <summary>Opens the schedule that a call asks for.</summary>
internal sealed class ScheduleReads(Newest<LoadedSchedule> newest, ExactSchedules exact)
{
    /// <summary>The newest schedule, or the one of just the state asked for. A state that is still to come is waited for within the deadline.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.NotReady"/> and <see cref="ErrorReason.RevisionNotReached"/>.</exception>
    public async Task<LoadedSchedule> OpenAsync(WantedState wanted, DateTime deadline, CancellationToken cancellationToken)
    {
        var now = newest.Value ?? throw FeedRefusals.NotReady(ServiceNames.Agreements);
        if (!now.IsExactly(wanted.Exact))
            return await exact.GetAsync(wanted.Exact, deadline, cancellationToken);
        return await newest.WaitForAsync(state => state.IsAtLeast(wanted.AtLeast), deadline, cancellationToken)
            ?? throw FeedRefusals.NotReached(wanted.AtLeast, newest.Value!.Token);
    }
}
