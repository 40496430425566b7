using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Supply;

namespace GeoGraph.Conformance;

/// <summary>A random world of firms and states that supply one another, own one another and lie somewhere, some for a time only; and the plainest search over it.</summary>
internal sealed class SupplyWorld
{
    private readonly Dictionary<EntityId, GraphNode> _nodes = [];
    private readonly Dictionary<EntityId, GraphRelation> _relations = [];

    /// <summary>The world before it was changed.</summary>
    public SupplyWorld? Before { get; private set; }

    public IEnumerable<GraphUpdate> Updates => [.. _nodes.Values.Select(node => new PutNode(node)), .. _relations.Values.Select(relation => new PutRelation(relation))];

    /// <summary>A world of its own ids.</summary>
    public static SupplyWorld Draw(Random random, int number)
    {
        var world = new SupplyWorld();
        for (var i = 0; i < random.Next(6, 14); i++)
            world.Add(new GraphNode { Id = EntityId.Parse($"firm:w{number}-{i}"), Label = "FIRM", Valid = SomePeriod(random) });
        for (var i = 0; i < 4; i++)
            world.Add(new GraphNode { Id = EntityId.Parse($"state:w{number}-{i}"), Label = "STATE" });
        world.Add(new GraphNode { Id = EntityId.Parse($"product:w{number}"), Label = "PRODUCT" });
        var firms = world._nodes.Values.Where(node => node.Label == "FIRM").Select(node => node.Id).ToList();
        var states = world._nodes.Values.Where(node => node.Label == "STATE").Select(node => node.Id).ToList();
        List<EntityId> all = [.. firms, .. states];
        for (var i = 0; i < firms.Count * 2; i++)
            world.Relate("SUPPLIES", all[random.Next(all.Count)], all[random.Next(all.Count)], $"w{number}-{i}", random, EntityId.Parse($"product:w{number}"));
        for (var i = 0; i < 5; i++)
        {
            world.Relate("EXPORTS_TO", states[random.Next(states.Count)], states[random.Next(states.Count)], $"w{number}-{i}", random);
            world.Relate("OWNS", firms[random.Next(firms.Count)], firms[random.Next(firms.Count)], $"w{number}-{i}", random);
            world.Relate("LOCATED_IN", firms[random.Next(firms.Count)], states[random.Next(states.Count)], $"w{number}-{i}", random);
        }
        return world;
    }

    /// <summary>Deletes a node with its relations and some relations, and puts one; gives the updates.</summary>
    public IEnumerable<GraphUpdate> Change(Random random)
    {
        Before = new SupplyWorld();
        foreach (var node in _nodes.Values)
            Before.Add(node);
        foreach (var relation in _relations.Values)
            Before._relations[relation.Id] = relation;
        var gone = Sample(random, 1)[0];
        List<EntityId> cut = [AnyRelation(random), AnyRelation(random)];
        _nodes.Remove(gone);
        foreach (var relation in _relations.Values.Where(relation => relation.From == gone || relation.To == gone || cut.Contains(relation.Id)).ToList())
            _relations.Remove(relation.Id);
        var ends = Sample(random, 2);
        var added = Relate("SUPPLIES", ends[0], ends[1], gone.Name + "-new", random);
        return [.. cut.Append(gone).Distinct().Select(id => new Delete(id)), new PutRelation(added)];
    }

    /// <summary>Some different firms and states.</summary>
    public List<EntityId> Sample(Random random, int count) => [.. random.GetItems(_nodes.Keys.Where(id => id.Kind != "product").Order().ToArray(), 40).Distinct().Take(count)];

    public EntityId AnyRelation(Random random) => _relations.Keys.Order().ElementAt(random.Next(_relations.Count));

    public SupplyReach Reach(SupplyReachQuery query)
    {
        var (tiers, goesOn) = Tiers(query.Of, query.FirstTypes, query.MaxTiers, query.AsOf);
        return SupplyOrder.ByTier(query.Of, tiers, query.Limit, goesOn);
    }

    public SharedSupply Shared(SharedSupplyQuery query)
    {
        var sides = query.Of.Select(of => Tiers(of, query.FirstTypes, query.MaxTiers, query.AsOf)).ToList();
        var shared = _nodes.Keys.Where(id => sides.TrueForAll(side => side.Tiers.ContainsKey(id))).Select(id => new SharedSupplier(id, [.. sides.Select(side => side.Tiers[id])]));
        return SupplyOrder.Nearest(query.Of, shared, query.Limit, sides.Exists(side => side.GoesOn));
    }

    private (Dictionary<EntityId, int> Tiers, bool GoesOn) Tiers(EntityId of, IReadOnlyCollection<string> firstTypes, int maxTiers, DateOnly? asOf)
    {
        var tiers = new Dictionary<EntityId, int>();
        HashSet<EntityId> frontier = [of];
        for (var tier = 1; tier <= maxTiers; tier++)
        {
            frontier = [.. frontier.SelectMany(node => Suppliers(node, tier == 1 ? firstTypes : [], asOf)).Where(id => id != of && !tiers.ContainsKey(id))];
            foreach (var id in frontier)
                tiers[id] = tier;
        }
        return (tiers, frontier.SelectMany(node => Suppliers(node, [], asOf)).Any(id => id != of && !tiers.ContainsKey(id)));
    }

    private IEnumerable<EntityId> Suppliers(EntityId node, IReadOnlyCollection<string> further, DateOnly? asOf) => _relations.Values
        .Where(relation => relation.To == node && (relation.Type == "SUPPLIES" || further.Contains(relation.Type)))
        .Where(relation => asOf is not { } day || (relation.Valid.Contains(day) && _nodes[relation.From].Valid.Contains(day) && _nodes[relation.To].Valid.Contains(day)))
        .Select(relation => relation.From);

    private void Add(GraphNode node) => _nodes[node.Id] = node;

    private GraphRelation Relate(string type, EntityId from, EntityId to, string name, Random random, EntityId? product = null)
    {
        var relation = new GraphRelation
        {
            Id = EntityId.Parse($"{type.ToLowerInvariant().Replace('_', '-')}:{name}"),
            Type = type,
            From = from,
            To = to,
            Valid = SomePeriod(random),
            References = product is { } id ? [new Reference("product", id)] : [],
        };
        return _relations[relation.Id] = relation;
    }

    private static ValidPeriod SomePeriod(Random random) => random.Next(6) switch
    {
        0 => new ValidPeriod(new DateOnly(2026, 1, 2), null),
        1 => new ValidPeriod(null, new DateOnly(2026, 1, 1)),
        2 => new ValidPeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2)),
        _ => ValidPeriod.Always,
    };
}
