using GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Cli.Import.Eto;

/// <summary>What the tables come to, and what is to be told about them.</summary>
internal sealed class EtoOutput
{
    private readonly Dictionary<string, Place> _ids = new(StringComparer.Ordinal);

    /// <summary>The changes to write, in order.</summary>
    public List<PlacedChange<ActorChange>> Changes { get; } = [];

    /// <summary>Rows that cannot be read and are left out.</summary>
    public List<Problem> Problems { get; } = [];

    /// <summary>Rows that are read otherwise than they stand, each with the reading.</summary>
    public List<Problem> Notes { get; } = [];

    /// <summary>Adds an actor.</summary>
    public void Add(Actor actor, Place place) => Add(new ActorChange { Actor = actor }, actor.Id, place);

    /// <summary>Adds a relation; a row that says again what another said is noted and taken once.</summary>
    public void Add(Relation relation, Place place) => Add(new ActorChange { Relation = relation }, relation.Id, place);

    private void Add(ActorChange change, string id, Place place)
    {
        if (_ids.TryAdd(id, place))
            Changes.Add(new PlacedChange<ActorChange>(change, id, new ScalarNode(place, "", Plain: false), id));
        else if (SaysTheSame(Changes.Find(other => other.Id == id)!.Change, change))
            Notes.Add(new Problem(place, "", id, $"says again what {_ids[id]} says; taken once"));
        else
            Problems.Add(new Problem(place, "", id, $"says otherwise than {_ids[id]} of the same thing; that one is kept"));
    }

    private static bool SaysTheSame(ActorChange one, ActorChange other) =>
        one.Equals(other) || (one.Relation is { } relation && other.Relation is { } again && relation.Share == again.Share && relation.Inessential == again.Inessential);
}
