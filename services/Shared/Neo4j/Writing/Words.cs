using GeoGraph.Core.Graph;
using GeoGraph.Neo4j.Engine;
using GeoGraph.Neo4j.Format;

namespace GeoGraph.Neo4j.Writing;

/// <summary>The labels and types that a batch uses.</summary>
internal static class Words
{
    /// <summary>Labels that a batch puts.</summary>
    public static HashSet<string> LabelsOf(IReadOnlyList<GraphUpdate> updates) => [.. updates.OfType<PutNode>().Select(static put => put.Node.Label)];

    /// <summary>Types that a batch puts.</summary>
    public static HashSet<string> TypesOf(IReadOnlyList<GraphUpdate> updates) => [.. updates.OfType<PutRelation>().Select(static put => put.Relation.Type)];

    /// <summary>The labels and types, as claims name them, that the store has not held yet.</summary>
    public static List<string> NewIn(IReadOnlyList<GraphUpdate> updates, Catalogue known) =>
    [
        .. LabelsOf(updates).Where(label => !known.Labels.Contains(label)).Select(WordClaims.OfLabel),
        .. TypesOf(updates).Where(type => !known.Types.Contains(type)).Select(WordClaims.OfType),
    ];
}
