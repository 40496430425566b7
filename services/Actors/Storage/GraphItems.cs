using GeoGraph.Core.Graph;

namespace GeoGraph.Actors.Storage;

/// <summary>What an export or a watch of the graph tells, as items of the domain.</summary>
internal static class GraphItems
{
    /// <summary>The item of a graph's record.</summary>
    public static ActorRecord ToItem(GraphRecord record) => record switch
    {
        NodeRecord { Node: var node } => new ActorItem(ActorNodes.ToActor(node)),
        RelationRecord { Relation: var relation } => new RelationItem(RelationEdges.ToRelation(relation)),
        AliasRecord alias => new AliasItem(alias.Alias, alias.Survivor, alias.Names),
        DeletedRecord deleted => new DeletedItem(deleted.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(record), record, "an unknown record."),
    };
}
