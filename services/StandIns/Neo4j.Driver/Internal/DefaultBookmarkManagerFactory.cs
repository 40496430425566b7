namespace Neo4j.Driver.Internal;

internal sealed class DefaultBookmarkManagerFactory : IBookmarkManagerFactory
{
    public IBookmarkManager NewBookmarkManager(BookmarkManagerConfig? config = null) =>
        new DefaultBookmarkManager(config ?? new BookmarkManagerConfig());
}
