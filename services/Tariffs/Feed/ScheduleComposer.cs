using GeoGraph.Core;
using GeoGraph.Hosting.Feed;

namespace GeoGraph.Tariffs.Feed;

/// <summary>
/// Makes the newest schedule of what the two feeds tell: compiles once both have told something, then what of the law, the states or the memberships changed, and
/// otherwise only moves the revisions on. Safe for concurrent use.
/// </summary>
internal sealed class ScheduleComposer(Newest<LoadedSchedule> newest, ILogger<ScheduleComposer> log)
{
    private const int MostProblemsLogged = 20;
    private readonly Lock _gate = new();
    private readonly LiveSchedule _live = new();
    private IReadOnlyList<CompileProblem> _told = [];
    private ScheduleSource? _law;
    private KnownPlaces? _places;
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

    /// <summary>Takes the states and memberships.</summary>
    public void Take(MembershipRows rows)
    {
        lock (_gate)
        {
            var places = rows.Snapshot();
            _isStale |= !ReferenceEquals(places, _places);
            (_places, _actors) = (places, rows.Revision);
            Publish();
        }
    }

    /// <summary>The schedule of a law, states and memberships, compiled from nothing.</summary>
    public LoadedSchedule Compile(ScheduleSource law, KnownPlaces places, Revision agreements, Revision actors)
    {
        var loaded = new LoadedSchedule(ScheduleCompiler.Compile(In(law, places)), agreements, actors);
        Tell(loaded, []);
        return loaded;
    }

    private static ScheduleSource In(ScheduleSource law, KnownPlaces places) => law with { Memberships = places.Memberships, States = places.States };

    // Whoever waits for the state is answered before the log is written.
    private void Publish()
    {
        if (_law is null || _places is null)
            return;
        var schedule = _isStale || newest.Value is not { } now ? _live.Take(In(_law, _places)) : now.Schedule;
        var loaded = new LoadedSchedule(schedule, _agreements, _actors);
        newest.Publish(loaded);
        if (_isStale)
            Tell(loaded, _told);
        (_told, _isStale) = (schedule.Report.Problems, false);
    }

    private void Tell(LoadedSchedule loaded, IReadOnlyList<CompileProblem> told)
    {
        var problems = loaded.Schedule.Report.Problems;
        Log.Compiled(log, loaded.Token, loaded.Schedule.Measures.Length, problems.Count);
        foreach (var problem in problems.Except(told).Take(MostProblemsLogged))
            Log.Problem(log, problem.Kind, problem.SubjectId, problem.Message);
    }
}
