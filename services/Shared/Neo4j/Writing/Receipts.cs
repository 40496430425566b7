using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Writing;
using GeoGraph.Neo4j.Format;
using Neo4j.Driver;

namespace GeoGraph.Neo4j.Writing;

/// <summary>Remembers which request ids were applied, so that a repeated request gets its first answer.</summary>
internal static class Receipts
{
    /// <summary>The receipt of <c>$request</c>, unless it is forgotten: with the history of its revision.</summary>
    public static string FindQuery(StoreNames names) =>
        $"MATCH (s:{StoreNames.Store} {{owner: $owner}}) MATCH (v:{names.Receipt} {{request_id: $request}}) WHERE v.revision >= s.oldest "
        + "RETURN v.digest, v.revision, v.created, v.replaced, v.unchanged, v.deleted, v.merged";

    /// <summary>Remembers a receipt, in the place of a forgotten one.</summary>
    public static string AddQuery(StoreNames names) => $"MERGE (v:{names.Receipt} {{request_id: $request}}) SET v = $receipt";

    /// <summary>Reads the columns of <see cref="FindQuery"/>.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.RequestIdReused"/> where the request came with other updates.</exception>
    public static WriteReceipt Read(IRecord record, string requestId, string digest)
    {
        if ((string)record[0] != digest)
            throw Refusals.RequestIdReused(requestId);
        return new WriteReceipt(new Revision((long)record[1]), Count(2), Count(3), Count(4), Count(5), Count(6));

        int Count(int column) => checked((int)(long)record[column]);
    }

    /// <summary>A receipt as it lies in the database.</summary>
    public static Dictionary<string, object> Map(WriteReceipt receipt, string requestId, string digest) => new(StringComparer.Ordinal)
    {
        ["request_id"] = requestId,
        ["digest"] = digest,
        ["revision"] = receipt.Revision.Number,
        ["created"] = (long)receipt.Created,
        ["replaced"] = (long)receipt.Replaced,
        ["unchanged"] = (long)receipt.Unchanged,
        ["deleted"] = (long)receipt.Deleted,
        ["merged"] = (long)receipt.Merged,
    };
}
