using System.Collections.Immutable;
using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

/// <summary>What a store ought to hold after some batches, written as plainly as can be: whole dictionaries, one for each revision.</summary>
internal sealed class GraphModel
{
    private readonly List<World> _worlds = [World.Empty];

    public sealed record World(
        ImmutableSortedDictionary<EntityId, GraphNode> Nodes, ImmutableSortedDictionary<EntityId, GraphRelation> Relations, ImmutableSortedDictionary<EntityId, AliasRecord> Aliases)
    {
        public static readonly World Empty = new(
            ImmutableSortedDictionary<EntityId, GraphNode>.Empty, ImmutableSortedDictionary<EntityId, GraphRelation>.Empty, ImmutableSortedDictionary<EntityId, AliasRecord>.Empty);

        public EntityId Resolve(EntityId id) => Aliases.TryGetValue(id, out var alias) ? alias.Survivor : id;

        public IEnumerable<string> Records => [.. Nodes.Values.Select(node => Print(new NodeRecord(node))), .. Relations.Values.Select(relation => Print(new RelationRecord(relation))), .. Aliases.Values.Select(Print)];
    }

    /// <summary>The world at each revision, from zero on.</summary>
    public IReadOnlyList<World> Worlds => _worlds;

    public static string Print(GraphRecord record) => record switch
    {
        NodeRecord { Node: var n } => $"{n.Id} {n.Label} {n.Valid} {string.Join(',', n.Names)} {string.Join(',', n.References)} {n.Properties} @{n.ChangedAt}",
        RelationRecord { Relation: var r } => $"{r.Id} {r.Type} {r.From}>{r.To} {r.Valid} {string.Join(',', r.References)} {r.Properties} @{r.ChangedAt}",
        AliasRecord a => $"{a.Alias}={a.Survivor} {string.Join(',', a.Names)}",
        _ => throw new ArgumentException($"{record} does not stand.", nameof(record)),
    };

    /// <summary>Brings a replica (id to printed record) up to date with an item of an export or a watch.</summary>
    public static void Replay(Dictionary<string, string> replica, GraphRecord record)
    {
        var id = record switch
        {
            NodeRecord node => node.Node.Id,
            RelationRecord relation => relation.Relation.Id,
            AliasRecord alias => alias.Alias,
            DeletedRecord deleted => deleted.Id,
            _ => throw new ArgumentException($"{record} is new.", nameof(record)),
        };
        if (record is DeletedRecord)
            replica.Remove(id.Value);
        else
            replica[id.Value] = Print(record);
    }

    /// <summary>Applies a batch; the reason where it is refused, else null.</summary>
    public ErrorReason? Apply(IReadOnlyList<GraphUpdate> updates)
    {
        var (world, next, changed) = (_worlds[^1], new Revision(_worlds.Count), false);
        foreach (var update in updates)
        {
            var (after, refusal) = update switch
            {
                PutNode put => Put(world, put, next, updates),
                PutRelation put => Put(world, put, next),
                Delete delete => (Remove(world, delete.Id), null),
                Merge merge => Join(world, merge, next),
                _ => throw new ArgumentException($"{update} is new.", nameof(updates)),
            };
            if (refusal is not null)
                return refusal;
            changed |= !ReferenceEquals(after, world);
            world = after;
        }
        if (changed)
            _worlds.Add(world);
        return null;
    }

    private static (World, ErrorReason?) Put(World world, PutNode put, Revision next, IReadOnlyList<GraphUpdate> updates)
    {
        var node = put.Node;
        if (world.Aliases.ContainsKey(node.Id))
            return (world, updates.OfType<Merge>().Any(merge => merge.Duplicate == node.Id) ? null : ErrorReason.AlreadyExists);
        if (world.Relations.ContainsKey(node.Id))
            return (world, ErrorReason.PreconditionFailed);
        if (world.Nodes.TryGetValue(node.Id, out var present) && present.Label != node.Label)
            return (world, ErrorReason.PreconditionFailed);
        return present is not null && present.SaysTheSameAs(node) ? (world, null)
            : (world with { Nodes = world.Nodes.SetItem(node.Id, node with { ChangedAt = next }) }, null);
    }

    private static (World, ErrorReason?) Put(World world, PutRelation put, Revision next)
    {
        var relation = put.Relation with { From = world.Resolve(put.Relation.From), To = world.Resolve(put.Relation.To), ChangedAt = next };
        if (world.Nodes.ContainsKey(relation.Id))
            return (world, ErrorReason.PreconditionFailed);
        if (world.Aliases.ContainsKey(relation.Id))
            return (world, ErrorReason.AlreadyExists);
        if (world.Relations.TryGetValue(relation.Id, out var present) && present.Type != relation.Type)
            return (world, ErrorReason.PreconditionFailed);
        if (!world.Nodes.ContainsKey(relation.From) || !world.Nodes.ContainsKey(relation.To))
            return (world, ErrorReason.DanglingRelation);
        return present is not null && present.SaysTheSameAs(relation) ? (world, null) : (world with { Relations = world.Relations.SetItem(relation.Id, relation) }, null);
    }

    private static World Remove(World world, EntityId id)
    {
        if (world.Relations.ContainsKey(id))
            return world with { Relations = world.Relations.Remove(id) };
        return !world.Nodes.ContainsKey(id) ? world : new World(
            world.Nodes.Remove(id),
            world.Relations.RemoveRange(world.Relations.Values.Where(relation => relation.From == id || relation.To == id).Select(relation => relation.Id)),
            world.Aliases.RemoveRange(world.Aliases.Values.Where(alias => alias.Survivor == id).Select(alias => alias.Alias)));
    }

    private static (World, ErrorReason?) Join(World world, Merge merge, Revision next)
    {
        var survivor = world.Resolve(merge.Survivor);
        if (world.Aliases.TryGetValue(merge.Duplicate, out var already))
            return (world, already.Survivor == survivor ? null : ErrorReason.PreconditionFailed);
        if (survivor == merge.Duplicate)
            return (world, ErrorReason.InvalidRequest);
        if (!world.Nodes.TryGetValue(merge.Duplicate, out var duplicate) || !world.Nodes.TryGetValue(survivor, out var stays))
            return (world, ErrorReason.NotFound);
        if (duplicate.Label != stays.Label)
            return (world, ErrorReason.PreconditionFailed);
        var moved = world.Relations.Values.Where(relation => relation.From == duplicate.Id || relation.To == duplicate.Id).Select(relation => KeyValuePair.Create(relation.Id, relation with
        {
            From = relation.From == duplicate.Id ? survivor : relation.From,
            To = relation.To == duplicate.Id ? survivor : relation.To,
            ChangedAt = next,
        }));
        var pointed = world.Aliases.Values.Where(alias => alias.Survivor == duplicate.Id).Select(alias => KeyValuePair.Create(alias.Alias, alias with { Survivor = survivor }));
        return (new World(world.Nodes.Remove(duplicate.Id), world.Relations.SetItems(moved),
            world.Aliases.SetItems(pointed).SetItem(duplicate.Id, new AliasRecord(duplicate.Id, survivor, duplicate.Names))), null);
    }
}
