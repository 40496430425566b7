using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Sea;

namespace GeoGraph.Exposure.Feed;

/// <summary>The rows that the graph is compiled from, as last told, by id. Not thread-safe.</summary>
/// <param name="infersTransits">True where flows that state no transit get those of the way by sea, as far as there are lanes.</param>
internal sealed class GraphRows(bool infersTransits)
{
    private readonly Dictionary<EntityId, NodeRow> _nodes = [];
    private readonly Dictionary<EntityId, RelationRow> _relations = [];
    private readonly Dictionary<EntityId, EntityId> _aliases = [];
    private CompileResult? _compiled;
    private LoadedGraph? _loaded;

    /// <summary>The revision up to which everything is told.</summary>
    public Revision Revision { get; set; }

    /// <summary>Lanes, ports and gates.</summary>
    public SeaRows Sea { get; } = new();

    /// <summary>What compiling found; compiles where rows changed.</summary>
    public CompileReport Report => Compiled.Report;

    private CompileResult Compiled => _compiled ??= Compile();

    /// <summary>Takes a node, in place of what had its id.</summary>
    public void Put(NodeRow row)
    {
        if (_nodes.TryGetValue(row.Id, out var before) && before.IsSame(row))
            return;
        _nodes[row.Id] = row;
        MarkStale();
    }

    /// <summary>Takes a relation, in place of what had its id.</summary>
    public void Put(RelationRow row)
    {
        if (_relations.TryGetValue(row.Id, out var before) && before.IsSame(row))
            return;
        _relations[row.Id] = row;
        MarkStale();
    }

    /// <summary>Takes a former id.</summary>
    public void PutAlias(EntityId alias, EntityId survivor)
    {
        _aliases[alias] = survivor;
        MarkStale();
    }

    /// <summary>Forgets what has the id.</summary>
    public void Remove(EntityId id)
    {
        Sea.Remove(id);
        if (_nodes.Remove(id) | _relations.Remove(id) | _aliases.Remove(id))
            MarkStale();
    }

    /// <summary>The graph of the rows as they are; compiled anew only where one changed.</summary>
    public LoadedGraph Load()
    {
        if (_loaded is null || _loaded.Sea != Sea.Network)
        {
            var inferred = _relations.Values.Where(RestsOnInference).Select(row => row.Id).ToHashSet();
            _loaded = new LoadedGraph(WithTransits(Compiled.Graph), Revision, new Dictionary<EntityId, EntityId>(_aliases), inferred) { Sea = Sea.Network };
        }
        return _loaded = _loaded with { Revision = Revision };
    }

    private CompiledGraph WithTransits(CompiledGraph graph) => infersTransits && Sea.Network.HasLanes ? graph.With(new SeaInference(Sea.Network)) : graph;

    private void MarkStale() => (_compiled, _loaded) = (null, null);

    private CompileResult Compile() => GraphBuilder.Build(
        _nodes.Values, _aliases.Count == 0 ? _relations.Values : _relations.Values.Select(row => Aliasing.Follow(_aliases, row)));

    private static bool RestsOnInference(RelationRow row) => row.Inferred || row.Transits.Any(transit => transit.Inferred);
}
