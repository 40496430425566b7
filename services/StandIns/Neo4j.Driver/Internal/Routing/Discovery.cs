using Neo4j.Driver.Internal.Connections;
using Neo4j.Driver.Internal.Messages;

namespace Neo4j.Driver.Internal.Routing;

/// <summary>Asks a server for a routing table.</summary>
internal static class Discovery
{
    public static async Task<RoutingTable> AskAsync(
        ConnectionPool pool, ConnectionRequest request, ConnectionSettings settings, CancellationToken cancellationToken)
    {
        var holder = new object();
        var connection = await pool.AcquireAsync(holder, request.Auth ?? settings.Auth, cancellationToken).ConfigureAwait(false);
        var lease = new Lease(connection, pool, holder, request.Database, null);
        try
        {
            var reply = new Reply();
            var extra = new Dictionary<string, object?>();
            if (request.Database is not null) extra["db"] = request.Database;
            if (request.ImpersonatedUser is not null) extra["imp_user"] = request.ImpersonatedUser;
            await lease.SendAsync(() => connection.Route(settings.RoutingContext!, request.Bookmarks.Values, extra, reply)).ConfigureAwait(false);
            await lease.ReceiveAsync(reply).ConfigureAwait(false);
            reply.ThrowIfFailed();
            return RoutingTable.From(reply.Metadata);
        }
        finally
        {
            await lease.EndAsync(isClean: true).ConfigureAwait(false);
        }
    }
}
