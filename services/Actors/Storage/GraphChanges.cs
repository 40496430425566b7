using GeoGraph.Core.Graph;

namespace GeoGraph.Actors.Storage;

/// <summary>Changes between the domain and the graph.</summary>
internal static class GraphChanges
{
    /// <summary>The update of a change.</summary>
    public static GraphUpdate ToUpdate(ActorChange change)
    {
        GraphUpdate update = change switch
        {
            PutActor put => new PutNode(ActorNodes.ToNode(put.Actor)),
            PutRelation put => new Core.Graph.PutRelation(RelationEdges.ToEdge(put.Relation)),
            DeleteEntity delete => new Delete(delete.Id),
            MergeActors merge => new Merge(merge.Duplicate, merge.Survivor),
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, "an unknown change."),
        };
        return update with { Precondition = change.Precondition };
    }

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
