using GeoGraph.Core;
using GeoGraph.Hosting.Feed;

namespace GeoGraph.Tariffs.Feed;

/// <summary>
/// Makes the newest schedule of what the two feeds tell: compiles once both have told something, again where the law or a membership changed, and
/// otherwise only moves the revisions on. Safe for concurrent use.
/// </summary>
internal sealed class ScheduleComposer(Newest<LoadedSchedule> newest, ILogger<ScheduleComposer> log)
{
    private const int MostProblemsLogged = 20;
    private readonly Lock _gate = new();
    private ScheduleSource? _law;
    private IReadOnlyList<BlocMembership>? _memberships;
    private Revision _agreements;
    private Revision _actors;
    private bool _isStale = true;

    /// <summary>Takes the law.</summary>
    public void Take(LawRows rows)
    {
        lock (_gate)
        {
            var law = rows.Snapshot();
            _isStale |= !ReferenceEquals(law, _law);
            (_law, _agreements) = (law, rows.Revision);
            Publish();
        }
    }

    /// <summary>Takes the memberships.</summary>
    public void Take(MembershipRows rows)
    {
        lock (_gate)
        {
            var memberships = rows.Snapshot();
            _isStale |= !ReferenceEquals(memberships, _memberships);
            (_memberships, _actors) = (memberships, rows.Revision);
            Publish();
        }
    }

    /// <summary>The schedule of a law and memberships.</summary>
    public LoadedSchedule Compile(ScheduleSource law, IReadOnlyList<BlocMembership> memberships, Revision agreements, Revision actors)
    {
        var loaded = new LoadedSchedule(ScheduleCompiler.Compile(law with { Memberships = memberships }), agreements, actors);
        var problems = loaded.Schedule.Report.Problems;
        Log.Compiled(log, loaded.Token, loaded.Schedule.Measures.Length, problems.Count);
        foreach (var problem in problems.Take(MostProblemsLogged))
            Log.Problem(log, problem.Kind, problem.SubjectId, problem.Message);
        return loaded;
    }

    private void Publish()
    {
        if (_law is null || _memberships is null)
            return;
        newest.Publish(_isStale || newest.Value is not { } loaded
            ? Compile(_law, _memberships, _agreements, _actors)
            : loaded with { Agreements = _agreements, Actors = _actors });
        _isStale = false;
    }
}
