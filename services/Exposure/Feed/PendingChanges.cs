using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Feed;

/// <summary>What was told since a graph was made, as one change: what was put and removed again is gone, what was removed and put again stands. Not thread-safe.</summary>
internal sealed class PendingChanges
{
    private readonly Dictionary<EntityId, NodeRow> _nodes = [];
    private readonly Dictionary<EntityId, RelationRow> _relations = [];
    private readonly HashSet<EntityId> _removed = [];
    private readonly HashSet<EntityId> _aliases = [];

    /// <summary>Nodes put, by id.</summary>
    public IReadOnlyDictionary<EntityId, NodeRow> Nodes => _nodes;

    /// <summary>Relations put, by id.</summary>
    public IReadOnlyDictionary<EntityId, RelationRow> Relations => _relations;

    /// <summary>Ids removed.</summary>
    public IReadOnlySet<EntityId> Removed => _removed;

    /// <summary>Ids that became former ones, name something else, or are former ones no more.</summary>
    public IReadOnlySet<EntityId> Aliases => _aliases;

    /// <summary>True where nothing was told.</summary>
    public bool IsEmpty => _nodes.Count == 0 && _relations.Count == 0 && _removed.Count == 0 && _aliases.Count == 0;

    /// <summary>Takes a node.</summary>
    public void Put(NodeRow row) => _nodes[row.Id] = row;

    /// <summary>Takes a relation.</summary>
    public void Put(RelationRow row) => _relations[row.Id] = row;

    /// <summary>Takes a removal; what is pending of a node goes with it.</summary>
    public void Remove(EntityId id)
    {
        _removed.Add(id);
        _nodes.Remove(id);
        if (_relations.Remove(id) || _relations.Count == 0)
            return;
        foreach (var row in _relations.Values.Where(row => row.From == id || row.To == id).ToList())
            _relations.Remove(row.Id);
    }

    /// <summary>Notes that an id names something else.</summary>
    public void NoteAlias(EntityId id) => _aliases.Add(id);

    /// <summary>Forgets which ids name something else.</summary>
    public void ForgetAliases() => _aliases.Clear();

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _nodes.Clear();
        _relations.Clear();
        _removed.Clear();
        _aliases.Clear();
    }
}
