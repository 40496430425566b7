using GeoGraph.Core;
using GeoGraph.Exposure.Assembly;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Sea;

namespace GeoGraph.Exposure.Feed;

/// <summary>
/// The graph as last told, and what was told since. Changes gather until the graph is asked for, and are merged into it together. Not thread-safe.
/// </summary>
/// <param name="infersTransits">True where flows that state no transit get those of the way by sea, as far as there are lanes.</param>
internal sealed class FedGraph(bool infersTransits)
{
    private readonly Dictionary<EntityId, EntityId> _aliases = [];
    private readonly PendingChanges _pending = new();
    private FormerNames _former = new([]);
    private GraphStage? _stage = new();
    private CompiledGraph _graph = CompiledGraph.Empty;
    private LoadedGraph? _loaded;

    /// <summary>The revision up to which everything is told.</summary>
    public Revision Revision { get; set; }

    /// <summary>Lanes, ports and gates.</summary>
    public SeaRows Sea { get; } = new();

    /// <summary>What compiling found.</summary>
    public CompileReport Report => Load().Graph.Report;

    /// <summary>Where an export is read into, until the graph is first asked for.</summary>
    /// <exception cref="InvalidOperationException">The graph was asked for.</exception>
    public GraphStage Stage => _stage ?? throw new InvalidOperationException("an export is read before the graph is asked for.");

    /// <summary>Takes a node, in place of what had its id.</summary>
    public void Put(NodeRow row) => _pending.Put(row);

    /// <summary>Takes a relation, in place of what had its id.</summary>
    public void Put(RelationRow row) => _pending.Put(row);

    /// <summary>Takes a former id.</summary>
    public void PutAlias(EntityId alias, EntityId survivor)
    {
        if (_aliases.TryGetValue(alias, out var before) && before == survivor)
            return;
        _aliases[alias] = survivor;
        NoteAlias(alias);
    }

    /// <summary>Forgets what has the id.</summary>
    public void Remove(EntityId id)
    {
        Sea.Remove(id);
        _pending.Remove(id);
        if (_aliases.Remove(id))
            NoteAlias(id);
    }

    /// <summary>The graph as it is told; changed only where something that it reads changed.</summary>
    public LoadedGraph Load()
    {
        var before = _graph;
        if (_stage is not null)
            Compile(_stage);
        if (!_pending.IsEmpty)
            _graph = GraphBuilder.Apply(_graph, _former.Follow(_graph, _pending, _aliases)).Graph;
        _pending.Clear();
        if (_loaded is null || !ReferenceEquals(before, _graph) || _loaded.Sea != Sea.Network)
        {
            _graph = Inferring(_graph);
            _loaded = new LoadedGraph(_graph, Revision, new Dictionary<EntityId, EntityId>(_aliases)) { Sea = Sea.Network };
        }
        return _loaded = _loaded with { Revision = Revision };
    }

    // Questions may name a former id that no relation names, so that the aliases are published although the graph stays the same.
    private void NoteAlias(EntityId id)
    {
        _pending.NoteAlias(id);
        _loaded = null;
    }

    // Aliases come last in an export, so that they are followed when all is staged.
    private void Compile(GraphStage stage)
    {
        _former = new FormerNames(stage.Follow(_aliases));
        _pending.ForgetAliases();
        _graph = GraphBuilder.Build(stage).Graph;
        _stage = null;
    }

    private CompiledGraph Inferring(CompiledGraph graph)
    {
        if (!infersTransits || !Sea.Network.HasLanes)
            return graph.Inference is null ? graph : graph.With(null);
        return graph.Inference is SeaInference inference && inference.Network == Sea.Network ? graph : graph.With(new SeaInference(Sea.Network));
    }
}
