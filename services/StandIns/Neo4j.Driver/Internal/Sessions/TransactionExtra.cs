using Neo4j.Driver.Internal.Connections;

namespace Neo4j.Driver.Internal.Sessions;

/// <summary>What a transaction is to be like, as BEGIN or RUN tells it to the server.</summary>
internal static class TransactionExtra
{
    public static Dictionary<string, object?> Of(
        SessionConfig session, TransactionConfig config, AccessMode mode, BookmarkSet bookmarks, Lease lease)
    {
        var extra = new Dictionary<string, object?>();
        if (bookmarks.Values.Length > 0) extra["bookmarks"] = bookmarks.Values;
        if (config.Timeout is { } timeout && timeout != TimeSpan.MaxValue) extra["tx_timeout"] = (long)timeout.TotalMilliseconds;
        if (config.Metadata.Count > 0) extra["tx_metadata"] = config.Metadata;
        if (mode == AccessMode.Read) extra["mode"] = "r";
        if (lease.Database is { } database) extra["db"] = database;
        if (session.ImpersonatedUser is { } user) extra["imp_user"] = user;
        (session.NotificationsConfig as NotificationChoice)?.AddTo(extra, lease.Connection.Version);
        return extra;
    }
}
