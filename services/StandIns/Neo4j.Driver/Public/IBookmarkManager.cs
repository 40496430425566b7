#nullable disable

namespace Neo4j.Driver;

/// <summary>Keeps the marks that several sessions share.</summary>
public interface IBookmarkManager
{
    /// <summary>Replaces the marks that a transaction began with by those that it ended with.</summary>
    Task UpdateBookmarksAsync(string[] previousBookmarks, string[] newBookmarks, CancellationToken cancellationToken = default);

    /// <summary>The marks that a new transaction is to see.</summary>
    Task<string[]> GetBookmarksAsync(CancellationToken cancellationToken = default);
}
