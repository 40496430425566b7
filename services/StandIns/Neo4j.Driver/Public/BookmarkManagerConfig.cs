#nullable disable

namespace Neo4j.Driver;

/// <summary>What a bookmark manager starts from, asks and tells.</summary>
public class BookmarkManagerConfig
{
    /// <summary>Makes the configuration.</summary>
    public BookmarkManagerConfig(
        IEnumerable<string> initialBookmarks = null,
        Func<CancellationToken, Task<string[]>> bookmarkSupplierAsync = null,
        Func<string[], CancellationToken, Task> notifyBookmarksAsync = null)
    {
        InitialBookmarks = initialBookmarks ?? [];
        BookmarkSupplierAsync = bookmarkSupplierAsync;
        NotifyBookmarksAsync = notifyBookmarksAsync;
    }

    /// <summary>Gets the first marks.</summary>
    public IEnumerable<string> InitialBookmarks { get; }

    /// <summary>Gets where further marks come from; null for none.</summary>
    public Func<CancellationToken, Task<string[]>> BookmarkSupplierAsync { get; }

    /// <summary>Gets who is told of new marks; null for none.</summary>
    public Func<string[], CancellationToken, Task> NotifyBookmarksAsync { get; }
}
