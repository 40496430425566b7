using GeoGraph.Core;
using GeoGraph.Hosting;

namespace GeoGraph.Tariffs.Feed;

/// <summary>A compiled schedule and the state that it stands for. Immutable.</summary>
/// <param name="schedule">The schedule.</param>
/// <param name="agreements">The revision of agreements.</param>
/// <param name="actors">The revision of actors.</param>
internal sealed class LoadedSchedule(CompiledSchedule schedule, Revision agreements, Revision actors)
{
    /// <summary>The schedule.</summary>
    public CompiledSchedule Schedule { get; } = schedule;

    /// <summary>Prices against the schedule.</summary>
    public DutyCalculator Calculator { get; } = new(schedule);

    /// <summary>The state as a token.</summary>
    public RevisionToken Token { get; } = RevisionToken.Of(ServiceNames.Actors, actors).With(ServiceNames.Agreements, agreements);

    /// <summary>The token as answers carry it.</summary>
    public string TokenText { get; } = RevisionToken.Of(ServiceNames.Actors, actors).With(ServiceNames.Agreements, agreements).ToString();

    /// <summary>The same state with another schedule, as a question assumes it.</summary>
    public LoadedSchedule With(CompiledSchedule assumed) => new(assumed, agreements, actors);

    /// <summary>True where this state is at least another, as far as that names the two services.</summary>
    public bool IsAtLeast(RevisionToken wanted) =>
        !(wanted.For(ServiceNames.Agreements) > agreements) && !(wanted.For(ServiceNames.Actors) > actors);

    /// <summary>True where this state is just another, as far as that names the two services.</summary>
    public bool IsExactly(RevisionToken wanted) =>
        (wanted.For(ServiceNames.Agreements) ?? agreements) == agreements && (wanted.For(ServiceNames.Actors) ?? actors) == actors;
}
