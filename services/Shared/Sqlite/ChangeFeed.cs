using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Sqlite.Engine;

namespace GeoGraph.Sqlite;

/// <summary>Reads what happened at a revision.</summary>
internal static class ChangeFeed
{
    /// <summary>How many revisions are read in one transaction at most, so that a watch from far behind does not hold one for long.</summary>
    private const int StepRevisions = 100;

    /// <summary>How many changes end a step before its full number of revisions.</summary>
    private const int StepChanges = 5000;

    /// <summary>The next change sets after a revision, oldest first; none where it is the newest.</summary>
    /// <exception cref="GeoGraphException">The revision expired, or is not reached.</exception>
    public static IReadOnlyList<ChangeSet> After(Link link, Revision after, CancellationToken cancellationToken)
    {
        var state = StoreState.Read(link);
        if (after < state.Oldest)
            throw state.Expired(after);
        if (after > state.Current)
            throw state.NotReached(after);
        var sets = new List<ChangeSet>();
        var changes = 0;
        for (var revision = after.Next; revision <= state.Current && sets.Count < StepRevisions && changes < StepChanges; revision = revision.Next)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sets.Add(At(link, revision));
            changes += sets[^1].Changes.Count;
        }
        return sets;
    }

    private static ChangeSet At(Link link, Revision revision)
    {
        var changes = new List<GraphRecord>();
        var gone = new SortedSet<EntityId>();
        foreach (var table in (ReadOnlySpan<string>)["node", "relation", "alias"])
        {
            using var rows = link.Query(
                $"SELECT v.id FROM {table} v WHERE v.rev_to = ?1 AND NOT EXISTS ({Written(table, "IS NULL")}) AND NOT EXISTS ({Written(table, "> ?1")})",
                revision.Number);
            while (rows.Step())
                gone.Add(EntityId.Parse(rows.Text(0)));
        }
        changes.AddRange(gone.Select(static id => new DeletedRecord(id)));
        Add(link, $"SELECT {RowFormat.NodeColumns} FROM node v WHERE v.rev_from = ?1 ORDER BY v.id", revision, changes, static row => new NodeRecord(RowFormat.Node(row)));
        Add(link, $"SELECT {RowFormat.RelationColumns} FROM relation v WHERE v.rev_from = ?1 ORDER BY v.id", revision, changes, static row => new RelationRecord(RowFormat.Relation(row)));
        Add(link, $"SELECT {RowFormat.AliasColumns} FROM alias v WHERE v.rev_from = ?1 ORDER BY v.id", revision, changes, RowFormat.Alias);
        return new ChangeSet(revision, changes);
    }

    // A version of the same entity that the revision wrote. Current and past versions are asked for apart, and the revision with a plus, so that
    // the index by id answers: that by revision would go through all that the revision wrote, once for each of its changes.
    private static string Written(string table, string end) => $"SELECT 1 FROM {table} w WHERE w.id = v.id AND +w.rev_from = ?1 AND w.rev_to {end}";

    private static void Add(Link link, string sql, Revision revision, List<GraphRecord> changes, Func<Statement, GraphRecord> read)
    {
        using var rows = link.Query(sql, revision.Number);
        while (rows.Step())
            changes.Add(read(rows));
    }
}
