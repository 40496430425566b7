using GeoGraph.Core;
using GeoGraph.Exposure.Assembly;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Feed;

/// <summary>
/// The relations that name former ids, as they were told: the graph holds what they name now, and another alias may change that. Not thread-safe.
/// </summary>
internal sealed class FormerNames
{
    private readonly Dictionary<EntityId, RelationRow> _told;

    /// <summary>Takes the relations that name former ids.</summary>
    public FormerNames(IEnumerable<RelationRow> told) => _told = told.ToDictionary(row => row.Id);

    /// <summary>The changes with every former id replaced, and with the relations that a changed alias touches.</summary>
    /// <param name="graph">The graph that is changed.</param>
    /// <param name="pending">What was told.</param>
    /// <param name="aliases">All former ids.</param>
    public GraphChanges Follow(CompiledGraph graph, PendingChanges pending, IReadOnlyDictionary<EntityId, EntityId> aliases)
    {
        foreach (var id in pending.Removed)
            _told.Remove(id);
        var relations = Touched(graph, pending);
        foreach (var (id, row) in pending.Relations)
            relations[id] = row;
        var put = new List<RelationRow>(relations.Count);
        foreach (var (id, row) in relations)
        {
            var now = Aliasing.Follow(aliases, row);
            if (now.IsSame(row))
                _told.Remove(id);
            else
                _told[id] = row;
            if (graph.RowOfRelation(id) is not { } before || !before.IsSame(now) || pending.Removed.Contains(id))
                put.Add(now);
        }
        return new GraphChanges
        {
            PutNodes = [.. pending.Nodes.Values.Where(row => pending.Removed.Contains(row.Id) || graph.FindNode(row.Id) is not { } node || !graph.RowOfNode(node).IsSame(row))],
            PutRelations = put,
            Removed = [.. pending.Removed],
        };
    }

    // As told; what goes with a removed node goes, unless it is told again.
    private Dictionary<EntityId, RelationRow> Touched(CompiledGraph graph, PendingChanges pending)
    {
        var touched = new Dictionary<EntityId, RelationRow>();
        if (pending.Aliases.Count == 0)
            return touched;
        foreach (var row in pending.Aliases.SelectMany(id => GraphRows.Naming(graph, id)).Concat(_told.Values))
        {
            if (!pending.Removed.Contains(row.Id) && !pending.Removed.Contains(row.From) && !pending.Removed.Contains(row.To))
                touched[row.Id] = _told.GetValueOrDefault(row.Id, row);
        }
        return touched;
    }
}
