#nullable disable

namespace Neo4j.Driver;

/// <summary>A node. Two are equal if they have the same element id.</summary>
public interface INode : IEntity, IEquatable<INode>
{
    /// <summary>Gets the labels.</summary>
    IReadOnlyList<string> Labels { get; }
}
