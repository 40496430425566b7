using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Exposure.Feed.Neighbourhood;

/// <summary>The rows of a neighbourhood as they are read, each once. Not thread-safe.</summary>
internal sealed class NeighbourhoodRows
{
    private readonly Dictionary<EntityId, NodeRow> _nodes = [];
    private readonly Dictionary<EntityId, RelationRow> _relations = [];
    private readonly Dictionary<EntityId, EntityId> _aliases = [];
    private readonly RequestFields _fields = new();

    /// <summary>The actors read, in any order.</summary>
    public IReadOnlyCollection<EntityId> Actors => _nodes.Keys;

    /// <summary>The chokepoints and products that relations name and that are not read yet, in order of id.</summary>
    public IReadOnlyList<EntityId> Unread => [.. _relations.Values
        .SelectMany(row => row.Transits.Select(transit => transit.Chokepoint).Concat(row.Product is { } product ? [product] : []))
        .Where(id => !_nodes.ContainsKey(id) && !_aliases.ContainsKey(id)).Distinct().Order()];

    /// <summary>True where the actor is read.</summary>
    public bool Has(EntityId id) => _nodes.ContainsKey(Current(id));

    /// <summary>What an id names now, as far as it was asked for.</summary>
    public EntityId Current(EntityId id) => Aliasing.Follow(_aliases, id);

    /// <summary>Takes an actor that was asked for by an id, which may be a former one.</summary>
    public void Put(EntityId asked, Wire.Actor actor)
    {
        if (Put(actor) is { } id && id != asked)
            _aliases[asked] = id;
    }

    /// <summary>Takes an actor; null where no exposure question reads its kind.</summary>
    public EntityId? Put(Wire.Actor actor)
    {
        if (KindMapping.ToKind(actor.Kind) is not { } kind)
            return null;
        var row = _fields.ReadNode("actors", actor, kind);
        _nodes[row.Id] = row;
        return row.Id;
    }

    /// <summary>Takes relations; those that no exposure question reads are left out.</summary>
    public void Put(IEnumerable<Wire.Relation> relations)
    {
        foreach (var relation in relations)
        {
            if (KindMapping.ToKind(relation.Type) is not { } kind)
                continue;
            var row = _fields.ReadRelation("relations", relation, kind);
            _relations[row.Id] = row;
        }
    }

    /// <summary>The rows as a graph.</summary>
    /// <exception cref="InvalidDataException">Actors told what breaks the contract.</exception>
    public LoadedGraph Load(Revision revision)
    {
        if (!_fields.Violations.None)
            throw new InvalidDataException("actors told what breaks the contract: " + string.Join("; ", _fields.Violations.Found.Take(10)));
        var relations = _aliases.Count == 0 ? _relations.Values : _relations.Values.Select(row => Aliasing.Follow(_aliases, row));
        return new LoadedGraph(GraphBuilder.Build(_nodes.Values, relations).Graph, revision, _aliases) { IsWhole = false };
    }
}
