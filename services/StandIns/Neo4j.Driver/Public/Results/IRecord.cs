#nullable disable

namespace Neo4j.Driver;

/// <summary>A row of a result: values by key, in the order of the query.</summary>
public interface IRecord : IReadOnlyDictionary<string, object>
{
    /// <summary>Gets the values by key.</summary>
    new IReadOnlyDictionary<string, object> Values { get; }

    /// <summary>Gets the keys in the order of the query.</summary>
    new IReadOnlyList<string> Keys { get; }

    /// <summary>Gets the value at a place, from 0.</summary>
    object this[int index] { get; }

    /// <summary>Gets the value of a key.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    new object this[string key] { get; }

    /// <summary>The value of a key, its case aside.</summary>
    bool TryGetValueByCaseInsensitiveKey(string key, out object value);
}
