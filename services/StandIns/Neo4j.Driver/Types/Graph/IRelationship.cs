#nullable disable

namespace Neo4j.Driver;

/// <summary>A relationship. Two are equal if they have the same element id.</summary>
public interface IRelationship : IEntity, IEquatable<IRelationship>
{
    /// <summary>Gets the type.</summary>
    string Type { get; }

    /// <summary>Gets the number of the node that the relationship starts at.</summary>
    [Obsolete("Replaced with StartNodeElementId, Will be removed in 6.0")]
    long StartNodeId { get; }

    /// <summary>Gets the number of the node that the relationship ends at.</summary>
    [Obsolete("Replaced with EndNodeElementId, Will be removed in 6.0")]
    long EndNodeId { get; }

    /// <summary>Gets the element id of the node that the relationship starts at.</summary>
    string StartNodeElementId { get; }

    /// <summary>Gets the element id of the node that the relationship ends at.</summary>
    string EndNodeElementId { get; }
}
