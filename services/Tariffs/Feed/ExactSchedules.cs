using GeoGraph.Core;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Feed;
using Microsoft.Extensions.Options;

namespace GeoGraph.Tariffs.Feed;

/// <summary>
/// Schedules of earlier states, built from exports and kept, the least recently used dropped first. One is built at a time, as each takes the memory
/// of a whole schedule. Safe for concurrent use.
/// </summary>
internal sealed class ExactSchedules(
    LawSource laws, MembershipSource memberships, ScheduleComposer composer, IOptions<FeedOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly RecentlyUsed<LoadedSchedule> _kept = new(options.Value.ExactStates);

    /// <summary>The schedule of just the state that a token names; a service that it does not name is taken as it is now.</summary>
    /// <exception cref="Grpc.Core.RpcException">As the owning services refuse the export, with REVISION_EXPIRED or REVISION_NOT_REACHED.</exception>
    public async Task<LoadedSchedule> GetAsync(RevisionToken wanted, DateTime deadline, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_kept.Find(kept => kept.IsExactly(wanted)) is { } known)
                return known;
            var schedule = await BuildAsync(wanted, deadline, cancellationToken);
            _kept.Add(schedule);
            return schedule;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<LoadedSchedule> BuildAsync(RevisionToken wanted, DateTime deadline, CancellationToken cancellationToken)
    {
        DateTime? until = deadline == DateTime.MaxValue ? null : deadline;
        var law = await laws.ExportAsync(wanted.For(ServiceNames.Agreements), until, cancellationToken);
        var blocs = await memberships.ExportAsync(wanted.For(ServiceNames.Actors), until, cancellationToken);
        return composer.Compile(law.Snapshot(), blocs.Snapshot(), law.Revision, blocs.Revision);
    }
}
