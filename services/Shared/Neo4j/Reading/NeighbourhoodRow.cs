namespace GeoGraph.Neo4j.Reading;

/// <summary>What a row of a walk's query is.</summary>
internal enum NeighbourhoodRow
{
    /// <summary>A node that was found, with its depth.</summary>
    Node,

    /// <summary>A relation between two nodes that were found.</summary>
    Relation,

    /// <summary>The walk would go on from a node at the greatest depth.</summary>
    DepthReached,

    /// <summary>There are more nodes than asked for.</summary>
    NodesCut,

    /// <summary>A root that is no node, in the first column.</summary>
    MissingRoot,
}
