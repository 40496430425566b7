using GeoGraph.Core;
using GeoGraph.Hosting;

namespace GeoGraph.Tariffs.Feed;

/// <summary>A compiled schedule and the state that it stands for. Immutable.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="Agreements">The revision of agreements.</param>
/// <param name="Actors">The revision of actors.</param>
internal sealed record LoadedSchedule(CompiledSchedule Schedule, Revision Agreements, Revision Actors)
{
    /// <summary>Prices against the schedule.</summary>
    public DutyCalculator Calculator { get; } = new(Schedule);

    /// <summary>The state as a token.</summary>
    public RevisionToken Token => RevisionToken.Of(ServiceNames.Actors, Actors).With(ServiceNames.Agreements, Agreements);

    /// <summary>True where this state is at least another, as far as that names the two services.</summary>
    public bool IsAtLeast(RevisionToken wanted) =>
        !(wanted.For(ServiceNames.Agreements) > Agreements) && !(wanted.For(ServiceNames.Actors) > Actors);

    /// <summary>True where this state is just another, as far as that names the two services.</summary>
    public bool IsExactly(RevisionToken wanted) =>
        (wanted.For(ServiceNames.Agreements) ?? Agreements) == Agreements && (wanted.For(ServiceNames.Actors) ?? Actors) == Actors;
}
