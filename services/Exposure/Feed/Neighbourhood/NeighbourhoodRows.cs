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

    /// <summary>Takes an actor; null where no exposure question reads its kind.</summary>
    public EntityId? Put(Wire.Actor actor)
    {
        if (KindMapping.ToKind(actor.Kind) is not { } kind)
            return null;
        var row = _fields.ReadNode("actors", actor, kind);
        _nodes[row.Id] = row;
        return row.Id;
    }

    /// <summary>Takes what surrounds actors: further ones, relations, and what former ids name; what no exposure question reads is left out.</summary>
    public void Put(Wire.GetSupplyGraphResponse found)
    {
        foreach (var actor in found.FurtherActors)
            Put(actor);
        foreach (var former in found.FormerIds)
            _aliases[_fields.Id("former_ids.alias_id", former.AliasId)] = _fields.Id("former_ids.survivor_id", former.SurvivorId);
        foreach (var relation in found.Relations)
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
