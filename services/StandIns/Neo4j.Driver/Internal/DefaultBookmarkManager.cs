namespace Neo4j.Driver.Internal;

/// <summary>Keeps marks in memory. Safe for concurrent use.</summary>
internal sealed class DefaultBookmarkManager(BookmarkManagerConfig config) : IBookmarkManager
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _marks = [.. config.InitialBookmarks];

    public async Task UpdateBookmarksAsync(
        string[] previousBookmarks, string[] newBookmarks, CancellationToken cancellationToken = default)
    {
        if (newBookmarks.Length == 0) return;
        string[] now;
        lock (_gate)
        {
            _marks.ExceptWith(previousBookmarks);
            _marks.UnionWith(newBookmarks);
            now = [.. _marks];
        }
        if (config.NotifyBookmarksAsync is { } notify) await notify(now, cancellationToken).ConfigureAwait(false);
    }

    public async Task<string[]> GetBookmarksAsync(CancellationToken cancellationToken = default)
    {
        string[] further = config.BookmarkSupplierAsync is { } supplier
            ? await supplier(cancellationToken).ConfigureAwait(false) ?? []
            : [];
        lock (_gate) return [.. _marks.Union(further)];
    }
}
