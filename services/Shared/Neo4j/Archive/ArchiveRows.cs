using GeoGraph.Core;
using GeoGraph.Core.Graph.Archive;
using GeoGraph.Neo4j.Format;
using GeoGraph.Neo4j.Reading;

namespace GeoGraph.Neo4j.Archive;

/// <summary>Where a stretch of an archive goes on: after this id, and among its versions after the one of this revision.</summary>
internal readonly record struct ArchiveKey(string Id, long Since)
{
    public static readonly ArchiveKey Start = new("", 0);

    public static ArchiveKey Of(ArchivedRecord record) => record switch
    {
        ArchivedVersion version => new ArchiveKey(version.Id.Value, version.Since.Number),
        ArchivedReceipt receipt => new ArchiveKey(receipt.RequestId, 0),
        _ => Start,
    };
}

/// <summary>
/// Statements that read versions in order of id and then of revision, as they stood at an archive's revision: what was written later is left out, and what ended later has
/// not ended. Each reads a stretch from one index.
/// </summary>
internal static class ArchiveRows
{
    private const string After = "v.id >= $after AND (v.id > $after OR v.revision > $since) AND v.revision <= $revision";
    private const string Until = "CASE WHEN v.until <= $revision THEN v.until END";

    /// <summary>Reads the next items of one place after a key.</summary>
    public delegate Task<List<ArchivedRecord>> Read(ReadScope scope, ArchiveKey after, Revision oldest, int limit);

    /// <summary>The places that hold nodes.</summary>
    public static IReadOnlyList<Read> Nodes(StoreNames names)
    {
        var columns = NodeFormat.Columns("v", "labels(v)");
        var past = NodeFormat.Columns("v", "v.label");
        return
        [
            Versions($"MATCH (v:{names.Label}) WHERE {After} WITH v ORDER BY v.id LIMIT $limit RETURN {columns}, null ORDER BY v.id", AsNode),
            Versions($"MATCH (v:{names.PastNode}) WHERE {After} AND v.until > $oldest WITH v ORDER BY v.id, v.revision LIMIT $limit RETURN {past}, {Until} ORDER BY v.id, v.revision", AsNode),
        ];
    }

    /// <summary>The places that hold relations: one for each type, and one for the past.</summary>
    public static IReadOnlyList<Read> Relations(StoreNames names, Catalogue catalogue)
    {
        var columns = RelationFormat.Columns("v", "startNode(v)", "endNode(v)");
        return
        [
            .. catalogue.Types.Select(type =>
                Versions($"MATCH ()-[v:`{type}`]->() WHERE {After} WITH v ORDER BY v.id LIMIT $limit RETURN {columns}, null ORDER BY v.id", AsRelation)),
            Versions($"MATCH (v:{names.PastRelation}) WHERE {After} AND v.until > $oldest WITH v ORDER BY v.id, v.revision LIMIT $limit "
                + $"RETURN {RelationFormat.PastColumns("v")}, {Until} ORDER BY v.id, v.revision", AsRelation),
        ];
    }

    /// <summary>The places that hold aliases.</summary>
    public static IReadOnlyList<Read> Aliases(StoreNames names) =>
    [
        Versions($"MATCH (v:{names.Alias}) WHERE {After} WITH v ORDER BY v.id LIMIT $limit RETURN {AliasFormat.Columns("v")}, null ORDER BY v.id", AsAlias),
        Versions($"MATCH (v:{names.PastAlias}) WHERE {After} AND v.until > $oldest WITH v ORDER BY v.id, v.revision LIMIT $limit "
            + $"RETURN {AliasFormat.Columns("v")}, {Until} ORDER BY v.id, v.revision", AsAlias),
    ];

    /// <summary>The place that holds receipts.</summary>
    public static IReadOnlyList<Read> Receipts(StoreNames names) =>
    [
        Versions($"MATCH (v:{names.Receipt}) WHERE v.request_id > $after AND v.revision >= $oldest AND v.revision <= $revision WITH v ORDER BY v.request_id LIMIT $limit "
            + "RETURN v.request_id, v.digest, v.revision, v.created, v.replaced, v.unchanged, v.deleted, v.merged ORDER BY v.request_id", AsReceipt),
    ];

    private static Read Versions(string query, Func<global::Neo4j.Driver.IRecord, ArchivedRecord> read) => (scope, after, oldest, limit) =>
        scope.QueryAsync(query, scope.Parameters(("after", after.Id), ("since", after.Since), ("oldest", oldest.Number), ("limit", (long)limit)), read);

    private static ArchivedNode AsNode(global::Neo4j.Driver.IRecord record) => new(NodeFormat.Read(record), Bound(record[NodeFormat.ColumnCount]));

    private static ArchivedRelation AsRelation(global::Neo4j.Driver.IRecord record) => new(RelationFormat.Read(record), Bound(record[10]));

    private static ArchivedAlias AsAlias(global::Neo4j.Driver.IRecord record) => new(AliasFormat.Read(record), new Revision((long)record[4]), Bound(record[5]));

    private static ArchivedReceipt AsReceipt(global::Neo4j.Driver.IRecord record)
    {
        return new((string)record[0], (string)record[1], new(new Revision((long)record[2]), Count(3), Count(4), Count(5), Count(6), Count(7)));

        int Count(int column) => checked((int)(long)record[column]);
    }

    private static Revision? Bound(object? number) => number is long given ? new Revision(given) : null;
}
