#nullable disable

using Neo4j.Driver.Internal;

namespace Neo4j.Driver;

/// <summary>Marks of committed transactions, which later ones are to see.</summary>
public abstract class Bookmarks
{
    /// <summary>Gets the marks as the server gave them.</summary>
    public abstract string[] Values { get; }

    /// <summary>Marks from their texts.</summary>
    public static Bookmarks From(IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return From(values.ToArray());
    }

    /// <summary>Marks from their texts.</summary>
    public static Bookmarks From(params string[] values) => new BookmarkSet(values);

    /// <summary>The marks of both.</summary>
    public static Bookmarks operator +(Bookmarks lh, Bookmarks rh) => From((lh?.Values ?? []).Union(rh?.Values ?? []));
}
