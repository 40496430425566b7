using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Feed;

namespace GeoGraph.Exposure.Scenarios;

/// <summary>The steps of one scenario as rows of the graph that they change. Former ids stand for what they name now.</summary>
internal sealed class StepRows(LoadedGraph world)
{
    private readonly Dictionary<EntityId, NodeRow> _nodes = [];
    private readonly Dictionary<EntityId, RelationRow> _relations = [];
    private readonly Dictionary<EntityId, string> _fields = [];
    private readonly List<EntityId> _removed = [];
    private readonly List<CloseStep> _closed = [];

    /// <summary>What changes.</summary>
    public GraphChanges Changes => new() { PutNodes = [.. _nodes.Values], PutRelations = [.. _relations.Values], Removed = _removed };

    /// <summary>Where the request says it, by what is put.</summary>
    public IReadOnlyDictionary<EntityId, string> Fields => _fields;

    /// <summary>What is taken away.</summary>
    public IReadOnlyList<EntityId> Removed => _removed;

    /// <summary>Passages that are shut, by their present ids.</summary>
    public IReadOnlyList<CloseStep> Closed => _closed;

    /// <summary>Takes a step.</summary>
    /// <exception cref="GeoGraphException">NotFound where it names what is not there.</exception>
    public void Add(ScenarioStep step)
    {
        switch (step)
        {
            case PutNodeStep put:
                Put(step, put.Row with { Id = world.Current(put.Row.Id) });
                break;
            case PutRelationStep put:
                Put(step, Aliasing.Follow(world.Aliases, put.Row) with { Id = world.Current(put.Row.Id) });
                break;
            case RemoveStep remove:
                Remove(world.Current(remove.Id));
                break;
            case AdjustNodeStep adjust:
                Put(step, adjust.Change(Node(world.Current(adjust.Id))));
                break;
            case AdjustRelationStep adjust:
                Put(step, adjust.Change(Relation(world.Current(adjust.Id))));
                break;
            case CloseStep close:
                Close(close with { Chokepoint = world.Current(close.Chokepoint) });
                break;
            default:
                throw new InvalidOperationException($"{step.GetType()} is no step that is known.");
        }
    }

    private void Put(ScenarioStep step, NodeRow row) => (_nodes[row.Id], _fields[row.Id]) = (row, step.Field);

    private void Put(ScenarioStep step, RelationRow row) => (_relations[row.Id], _fields[row.Id]) = (row, step.Field);

    private void Remove(EntityId id)
    {
        if (world.Graph.FindNode(id) is null && world.Graph.RowOfRelation(id) is null)
            throw GeoGraphException.NotFound("actor or relation", id.Value);
        _removed.Add(id);
    }

    // A second step of a scenario may set further numbers of what a first one adjusts.
    private NodeRow Node(EntityId id)
    {
        if (_nodes.TryGetValue(id, out var row))
            return row;
        return world.Graph.FindNode(id) is { } node ? world.Graph.RowOfNode(node) : throw GeoGraphException.NotFound("actor", id.Value);
    }

    private RelationRow Relation(EntityId id)
    {
        if (_relations.TryGetValue(id, out var row))
            return row;
        return world.Graph.RowOfRelation(id) ?? throw GeoGraphException.NotFound("relation", id.Value);
    }

    private void Close(CloseStep close)
    {
        if (!IsPut(close.Chokepoint) && world.Graph.FindNode(close.Chokepoint) is null)
            throw GeoGraphException.NotFound("actor", close.Chokepoint.Value);
        _closed.Add(close);
    }

    private bool IsPut(EntityId id) => _nodes.ContainsKey(id);
}
