using System.Text;
using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Assembly;

/// <summary>
/// Changes some rows of a graph: what they touch is taken out of the columns and staged again together with what was refused before, and merged back.
/// </summary>
internal sealed class GraphUpdate
{
    // Texts of relations that are gone stay in the table until there are so many more of them than of those that stand.
    private const int SpareTexts = 4096;
    private readonly CompiledGraph _graph;
    private readonly Removal _removal = new();
    private readonly GraphStage _stage = new();
    private readonly HashSet<EntityId> _removed;
    private readonly Dictionary<EntityId, NodeRow> _nodes = [];
    private readonly Dictionary<EntityId, RelationRow> _relations = [];

    private GraphUpdate(CompiledGraph graph, GraphChanges changes)
    {
        _graph = graph;
        _removed = [.. changes.Removed];
        foreach (var row in changes.PutNodes)
            _nodes[row.Id] = row;
        foreach (var row in changes.PutRelations)
            _relations[row.Id] = row;
    }

    /// <summary>The changed graph.</summary>
    public static CompileResult Run(CompiledGraph graph, GraphChanges changes)
    {
        if (changes.IsEmpty)
            return new CompileResult(graph, graph.Report);
        var update = new GraphUpdate(graph, changes);
        update.TakeOut();
        update.Stage();
        var changed = GraphAssembly.Run(graph, update._removal, update._stage, graph.Inference);
        var live = changed.Report.RelationsTaken + changed.Report.RelationsUnused;
        return changed.Graph.Flows.Columns.Texts.Count <= (2 * live) + SpareTexts ? changed : GraphRows.Rebuild(changed.Graph);
    }

    private static ReadOnlySpan<byte> Bytes(EntityId id) => Encoding.UTF8.GetBytes(id.Value);

    private void TakeOut()
    {
        foreach (var id in _removed.Concat(_relations.Keys))
            _removal.MarkRelation(_graph, Bytes(id));
        foreach (var id in _removed)
        {
            if (_graph.Nodes.Place(Bytes(id)) is not (>= 0 and var node))
                continue;
            _removal.Nodes.Add(node);
            Removal.EachOf(_graph, node, (kind, number) => _removal.Mark(kind, number));
        }
        foreach (var (id, row) in _nodes)
        {
            if (_graph.Nodes.Place(Bytes(id)) is >= 0 and var node && _graph.Periods[_graph.Nodes.Period[node]].Own != row.Valid)
                Removal.EachOf(_graph, node, TakeOut);
        }
    }

    // The dates of a relation are cut to those of its ends, so that it is staged again where an end has other dates.
    private void TakeOut(RelationKind kind, int number)
    {
        if (_removal.Mark(kind, number))
            _stage.Add(Removal.Row(_graph, kind, number));
    }

    private void Stage()
    {
        foreach (var row in _graph.Residue.Nodes.Concat(_graph.Residue.Tolerated.Values))
        {
            if (!_removed.Contains(row.Id) && !_nodes.ContainsKey(row.Id))
                _stage.Add(row);
        }
        foreach (var row in _graph.Residue.Relations)
        {
            if (!_removed.Contains(row.Id) && !_removed.Contains(row.From) && !_removed.Contains(row.To) && !_relations.ContainsKey(row.Id))
                _stage.Add(row);
        }
        foreach (var row in _nodes.Values)
            _stage.Add(row);
        foreach (var row in _relations.Values)
            _stage.Add(row);
    }
}
