using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Archive;
using GeoGraph.Sqlite.Engine;

namespace GeoGraph.Sqlite.Archive;

/// <summary>
/// Reads rows of every version as they stood at an archive's revision, a step at a time: what was written later is left out, and what ended later has not ended.
/// </summary>
internal static class ArchiveRows
{
    /// <summary>Reads the next items of one kind, after the last of the step before.</summary>
    public delegate IReadOnlyList<ArchivedRecord> Read(Link link, ArchivedState state, ArchivedRecord? after, int limit);

    /// <summary>Every kind, in the order of an archive.</summary>
    public static IReadOnlyList<Read> Kinds { get; } =
    [
        (link, state, after, limit) => Versions(link, "node", RowFormat.NodeColumns, sinceAt: 7, state, after, limit,
            static (row, until) => new ArchivedNode(RowFormat.Node(row), until)),
        (link, state, after, limit) => Versions(link, "relation", RowFormat.RelationColumns, sinceAt: 8, state, after, limit,
            static (row, until) => new ArchivedRelation(RowFormat.Relation(row), until)),
        (link, state, after, limit) => Versions(link, "alias", RowFormat.AliasColumns + ", v.rev_from", sinceAt: 3, state, after, limit,
            static (row, until) => new ArchivedAlias(RowFormat.Alias(row), new Revision(row.Number(3)), until)),
        Receipts,
    ];

    /// <summary>The next names that searches look through, in the order of their rows.</summary>
    public static IReadOnlyList<(ArchivedName Name, string Folded, long Row)> Names(Link link, ArchivedState state, long after, int limit)
    {
        var names = new List<(ArchivedName, string, long)>();
        using var rows = link.Query(
            "SELECT node, owner, place, language, text, folded, rev_from, CASE WHEN rev_to <= ?1 THEN rev_to END, row FROM name " +
            "WHERE row > ?2 AND rev_from <= ?1 ORDER BY row LIMIT ?3", state.Current.Number, after, (long)limit);
        while (rows.Step())
        {
            var name = new ArchivedName(EntityId.Parse(rows.Text(0)), EntityId.Parse(rows.Text(1)), rows.Number(2), rows.TextOrNull(3), rows.Text(4),
                new Revision(rows.Number(6)), Bound(rows, 7));
            names.Add((name, rows.Text(5), rows.Number(8)));
        }
        return names;
    }

    private static List<ArchivedRecord> Versions(
        Link link, string table, string columns, int sinceAt, ArchivedState state, ArchivedRecord? after, int limit, Func<Statement, Revision?, ArchivedVersion> read)
    {
        var last = (ArchivedVersion?)after;
        var select = $"SELECT {columns}, CASE WHEN v.rev_to <= ?1 THEN v.rev_to END FROM {table} v WHERE v.rev_from <= ?1 AND v.id >= ?2 AND (v.id > ?2 OR v.rev_from > ?3)";
        var sql = $"{select} AND v.rev_to IS NULL UNION ALL {select} AND v.rev_to IS NOT NULL ORDER BY 1, {sinceAt + 1} LIMIT ?4";
        var records = new List<ArchivedRecord>();
        using var rows = link.Query(sql, state.Current.Number, last?.Id.Value ?? "", last?.Since.Number ?? 0, (long)limit);
        while (rows.Step())
            records.Add(read(rows, Bound(rows, sinceAt + 1)));
        return records;
    }

    private static List<ArchivedRecord> Receipts(Link link, ArchivedState state, ArchivedRecord? after, int limit)
    {
        var records = new List<ArchivedRecord>();
        using var rows = link.Query(
            "SELECT request_id, digest, revision, created, replaced, unchanged, deleted, merged FROM receipt " +
            "WHERE revision <= ?1 AND request_id > ?2 ORDER BY request_id LIMIT ?3", state.Current.Number, ((ArchivedReceipt?)after)?.RequestId ?? "", (long)limit);
        while (rows.Step())
        {
            var receipt = new WriteReceipt(new Revision(rows.Number(2)), (int)rows.Number(3), (int)rows.Number(4), (int)rows.Number(5), (int)rows.Number(6), (int)rows.Number(7));
            records.Add(new ArchivedReceipt(rows.Text(0), rows.Text(1), receipt));
        }
        return records;
    }

    private static Revision? Bound(Statement row, int column) => row.IsNull(column) ? null : new Revision(row.Number(column));
}
