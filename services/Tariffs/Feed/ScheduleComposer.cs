using GeoGraph.Core;
using GeoGraph.Hosting.Feed;

namespace GeoGraph.Tariffs.Feed;

/// <summary>
/// Makes the newest schedule of what the two feeds tell: compiles once both have told something, again where the law, a state or a membership changed, and
/// otherwise only moves the revisions on. Safe for concurrent use.
/// </summary>
internal sealed class ScheduleComposer(Newest<LoadedSchedule> newest, ILogger<ScheduleComposer> log)
{
    private const int MostProblemsLogged = 20;
    private readonly Lock _gate = new();
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

    /// <summary>The schedule of a law, states and memberships.</summary>
    public LoadedSchedule Compile(ScheduleSource law, KnownPlaces places, Revision agreements, Revision actors)
    {
        var loaded = new LoadedSchedule(ScheduleCompiler.Compile(law with { Memberships = places.Memberships, States = places.States }), agreements, actors);
        var problems = loaded.Schedule.Report.Problems;
        Log.Compiled(log, loaded.Token, loaded.Schedule.Measures.Length, problems.Count);
        foreach (var problem in problems.Take(MostProblemsLogged))
            Log.Problem(log, problem.Kind, problem.SubjectId, problem.Message);
        return loaded;
    }

    private void Publish()
    {
        if (_law is null || _places is null)
            return;
        newest.Publish(_isStale || newest.Value is not { } loaded
            ? Compile(_law, _places, _agreements, _actors)
            : loaded with { Agreements = _agreements, Actors = _actors });
        _isStale = false;
    }
}
