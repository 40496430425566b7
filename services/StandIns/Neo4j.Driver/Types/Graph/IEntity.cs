#nullable disable

namespace Neo4j.Driver;

/// <summary>A node or a relationship, as it was when the query read it.</summary>
public interface IEntity
{
    /// <summary>Gets the value of a property.</summary>
    /// <exception cref="KeyNotFoundException">The entity has no such property.</exception>
    object this[string key] { get; }

    /// <summary>Gets the properties by name.</summary>
    IReadOnlyDictionary<string, object> Properties { get; }

    /// <summary>Gets the number that the server knows the entity by; it may be used again after a deletion.</summary>
    [Obsolete("Replaced with ElementId, Will be removed in 6.0")]
    long Id { get; }

    /// <summary>Gets the text that the server knows the entity by; it may be used again after a deletion.</summary>
    string ElementId { get; }

    /// <summary>Gets the value of a property, converted as <see cref="ValueExtensions.As{T}(object)"/> does.</summary>
    /// <exception cref="KeyNotFoundException">The entity has no such property.</exception>
    T Get<T>(string key);

    /// <summary>Gets the value of a property, converted as <see cref="ValueExtensions.As{T}(object)"/> does, and whether there is one.</summary>
    bool TryGet<T>(string key, out T value);
}
