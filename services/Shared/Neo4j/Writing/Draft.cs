using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Writing;

namespace GeoGraph.Neo4j.Writing;

/// <summary>
/// What a batch sees and changes, in memory: what it touches is read before, and what comes of it is written after. In a hopeful draft nothing was read: ids that are put are
/// taken as new and ends of relations as present, which the database then confirms or refuses.
/// </summary>
/// <param name="next">The revision that the batch makes.</param>
/// <param name="hopedKinds">The kinds of ids whose nodes are taken as present; null where everything was read.</param>
internal sealed class Draft(Revision next, IReadOnlySet<string>? hopedKinds) : IBatchRows
{
    private readonly HashSet<EntityId> _present = [];
    private readonly Dictionary<EntityId, HashSet<EntityId>> _touching = [];
    private readonly Dictionary<EntityId, HashSet<EntityId>> _aliases = [];
    private readonly Dictionary<EntityId, List<NameEntry>> _names = [];

    // The database's mark of each name that was read, by its key; keys of names that the batch begins are negative.
    private readonly List<string> _marks = [""];
    private long _lastName;

    /// <summary>Nodes.</summary>
    public Slots<GraphNode> Nodes { get; } = new();

    /// <summary>Relations.</summary>
    public Slots<GraphRelation> Relations { get; } = new();

    /// <summary>Aliases.</summary>
    public Slots<AliasRecord> Aliases { get; } = new();

    /// <summary>Names that the batch began and that stand.</summary>
    public Dictionary<long, NameEntry> NewNames { get; } = [];

    /// <summary>The database's own marks of the names that the batch ended.</summary>
    public List<string> EndedNames { get; } = [];

    /// <summary>The revision that the batch makes.</summary>
    public Revision Next => next;

    /// <summary>True where nothing was read.</summary>
    public bool IsHopeful => hopedKinds is not null;

    /// <summary>Takes in that a node is there, whose content nobody asks for.</summary>
    public void FoundNode(EntityId id) => _present.Add(id);

    /// <summary>Takes in a relation with its ends.</summary>
    public void Found(GraphRelation relation)
    {
        Relations.Found(relation.Id, relation);
        Touch(relation);
    }

    /// <summary>Takes in an alias.</summary>
    public void Found(AliasRecord alias)
    {
        Aliases.Found(alias.Alias, alias);
        At(_aliases, alias.Survivor).Add(alias.Alias);
    }

    /// <summary>Takes in a name with the database's mark of it.</summary>
    public void Found(NameEntry name, string mark)
    {
        _marks.Add(mark);
        NamesAt(name.Node).Add(name with { Key = _marks.Count - 1 });
    }

    public GraphNode? Node(EntityId id) => Nodes.Of(id) is { Current: { } node } slot ? slot.IsNew ? node with { ChangedAt = next } : node : null;

    public bool NodeExists(EntityId id) => Nodes.Of(id) is { } slot ? slot.Current is not null : _present.Contains(id) || hopedKinds?.Contains(id.Kind) == true;

    public GraphRelation? Relation(EntityId id) => Relations.Of(id) is { Current: { } relation } slot ? slot.IsNew ? relation with { ChangedAt = next } : relation : null;

    public bool RelationExists(EntityId id) => Relations.Current(id) is not null;

    public EntityId? SurvivorOf(EntityId alias) => Aliases.Current(alias)?.Survivor;

    public IReadOnlyList<GraphRelation> RelationsTouching(EntityId node) => !_touching.TryGetValue(node, out var ids) ? []
        : [.. ids.Select(Relation).OfType<GraphRelation>().Where(relation => relation.From == node || relation.To == node)];

    public IReadOnlyList<AliasRecord> AliasesOf(EntityId survivor) => !_aliases.TryGetValue(survivor, out var ids) ? []
        : [.. ids.Select(Aliases.Current).OfType<AliasRecord>().Where(alias => alias.Survivor == survivor)];

    public IReadOnlyList<NameEntry> NamesOf(EntityId node) => _names.TryGetValue(node, out var names) ? [.. names] : [];

    public void Begin(GraphNode node) => Nodes.Begin(node.Id, node);

    public void Begin(GraphRelation relation)
    {
        Relations.Begin(relation.Id, relation);
        if (!IsHopeful)
            Touch(relation);
    }

    public void Begin(AliasRecord alias)
    {
        Aliases.Begin(alias.Alias, alias);
        At(_aliases, alias.Survivor).Add(alias.Alias);
    }

    public void Begin(in NameEntry name)
    {
        var begun = name with { Key = --_lastName };
        NewNames.Add(begun.Key, begun);
        NamesAt(name.Node).Add(begun);
    }

    public void End(GraphNode current) => Nodes.End(current.Id);

    public void End(GraphRelation current) => Relations.End(current.Id);

    public void End(AliasRecord current) => Aliases.End(current.Alias);

    public void End(in NameEntry current)
    {
        NamesAt(current.Node).Remove(current);
        if (current.Key > 0)
            EndedNames.Add(_marks[(int)current.Key]);
        else
            NewNames.Remove(current.Key);
    }

    private void Touch(GraphRelation relation)
    {
        At(_touching, relation.From).Add(relation.Id);
        At(_touching, relation.To).Add(relation.Id);
    }

    private static HashSet<EntityId> At(Dictionary<EntityId, HashSet<EntityId>> index, EntityId key) => index.TryGetValue(key, out var ids) ? ids : index[key] = [];

    private List<NameEntry> NamesAt(EntityId node) => _names.TryGetValue(node, out var names) ? names : _names[node] = [];
}
