using GeoGraph.Exposure.Assembly;

namespace GeoGraph.Exposure.Compiled;

/// <summary>A compiled graph and what compiling found.</summary>
internal sealed record CompileResult(CompiledGraph Graph, CompileReport Report);

/// <summary>
/// Compiles rows into a <see cref="CompiledGraph"/>. Never throws on data: a row that breaks a rule is left out and named in the
/// report (<see cref="DataFault"/> says which rule does what). Cycles are no fault. The result does not depend on the order of rows.
/// </summary>
internal static class GraphBuilder
{
    /// <summary>Compiles nodes and relations over all dates.</summary>
    /// <param name="nodes">The nodes, in any order.</param>
    /// <param name="relations">The relations, in any order.</param>
    /// <param name="inference">Works out what flows pass that state no transit; null for nothing.</param>
    public static CompileResult Build(IEnumerable<NodeRow> nodes, IEnumerable<RelationRow> relations, IPassageInference? inference = null)
    {
        var stage = new GraphStage();
        foreach (var node in nodes)
            stage.Add(node);
        foreach (var relation in relations)
            stage.Add(relation);
        return Build(stage, inference);
    }

    /// <summary>Compiles what is staged.</summary>
    /// <param name="stage">Nodes and relations; not to be used any more.</param>
    /// <param name="inference">Works out what flows pass that state no transit; null for nothing.</param>
    public static CompileResult Build(GraphStage stage, IPassageInference? inference = null) =>
        GraphAssembly.Run(CompiledGraph.Empty, new Removal(), stage, inference);

    /// <summary>The graph with some rows changed: what compiling all rows anew would give. The graph given stays as it is.</summary>
    public static CompileResult Apply(CompiledGraph graph, GraphChanges changes) => GraphUpdate.Run(graph, changes);
}
