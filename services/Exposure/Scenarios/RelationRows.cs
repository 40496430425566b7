using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Scenarios;

/// <summary>Finds relations of any kind as rows.</summary>
internal static class RelationRows
{
    /// <summary>The relation of an id as a row; null where the graph has none.</summary>
    public static RelationRow? Find(CompiledGraph graph, EntityId id) =>
        graph.RowOfRelation(id);
}
