#nullable disable

namespace Neo4j.Driver;

/// <summary>A walk through the graph; each step may go along a relationship or against it.</summary>
public interface IPath : IEquatable<IPath>
{
    /// <summary>Gets the node that the walk starts at.</summary>
    INode Start { get; }

    /// <summary>Gets the node that the walk ends at.</summary>
    INode End { get; }

    /// <summary>Gets the nodes in the order of the walk: one more than relationships.</summary>
    IReadOnlyList<INode> Nodes { get; }

    /// <summary>Gets the relationships in the order of the walk, each with its own direction.</summary>
    IReadOnlyList<IRelationship> Relationships { get; }
}
