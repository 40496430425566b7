using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Writing;
using GeoGraph.Sqlite.Engine;

namespace GeoGraph.Sqlite;

/// <summary>Remembers which request ids were applied, so that a repeated request gets its first answer.</summary>
internal static class Receipts
{
    /// <summary>The first receipt of a request id; null where it is new.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.RequestIdReused"/> where it came with other updates.</exception>
    public static WriteReceipt? Find(Link link, string requestId, string digest)
    {
        using var row = link.Query("SELECT digest, revision, created, replaced, unchanged, deleted, merged FROM receipt WHERE request_id = ?1", requestId);
        if (!row.Step())
            return null;
        if (row.Text(0) != digest)
            throw Refusals.RequestIdReused(requestId);
        return new WriteReceipt(new Revision(row.Number(1)), (int)row.Number(2), (int)row.Number(3), (int)row.Number(4), (int)row.Number(5), (int)row.Number(6));
    }

    /// <summary>Remembers a receipt.</summary>
    public static void Add(Link link, string requestId, string digest, WriteReceipt receipt) =>
        link.Run("INSERT INTO receipt VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", requestId, digest, receipt.Revision.Number,
            (long)receipt.Created, (long)receipt.Replaced, (long)receipt.Unchanged, (long)receipt.Deleted, (long)receipt.Merged);
}
