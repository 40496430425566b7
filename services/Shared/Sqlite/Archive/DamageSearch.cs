using System.Globalization;
using GeoGraph.Sqlite.Engine;
using Microsoft.Data.Sqlite;

namespace GeoGraph.Sqlite.Archive;

/// <summary>Looks for damage in the file and in what its tables keep to find rows by.</summary>
internal static class DamageSearch
{
    private const int MaxListed = 20;

    /// <summary>A sentence for each thing that is wrong.</summary>
    public static List<string> Find(Link link)
    {
        var found = new List<string>();
        found.AddRange(OfFile(link));
        if (found.Count > 0)
            return found;
        found.AddRange(OfNameIndex(link));
        foreach (var table in (ReadOnlySpan<string>)["node", "relation", "alias", "name"])
        {
            found.AddRange(OfVersions(link, table, "they are of revisions that the store has not reached",
                $"SELECT count(*) FROM {table} v, store s WHERE v.rev_from > s.revision OR v.rev_to > s.revision"));
        }
        foreach (var table in (ReadOnlySpan<string>)["node", "relation"])
        {
            found.AddRange(OfVersions(link, table, "what it speaks of is not in its index",
                $"SELECT count(DISTINCT v.row) FROM {table} v, json_each(v.refs) r WHERE NOT EXISTS (SELECT 1 FROM {table}_ref x WHERE x.target = r.value ->> 1 AND x.id = v.id AND x.row = v.row)"));
            found.AddRange(OfVersions(link, table, "its index has what it does not speak of",
                $"SELECT count(*) FROM {table}_ref x WHERE NOT EXISTS (SELECT 1 FROM {table} v, json_each(v.refs) r WHERE v.row = x.row AND v.id = x.id AND r.value ->> 1 = x.target)"));
        }
        return found;
    }

    private static List<string> OfFile(Link link)
    {
        var found = new List<string>();
        using var rows = link.Query(string.Create(CultureInfo.InvariantCulture, $"PRAGMA integrity_check({MaxListed})"));
        while (rows.Step())
        {
            if (rows.Text(0) != "ok")
                found.Add($"the store's file is damaged: {rows.Text(0)}.");
        }
        return found;
    }

    private static IEnumerable<string> OfNameIndex(Link link)
    {
        try
        {
            link.Run("INSERT INTO name_index (name_index, rank) VALUES ('integrity-check', 1)");
            return [];
        }
        catch (SqliteException error) when (error.SqliteErrorCode == SQLitePCL.raw.SQLITE_CORRUPT)
        {
            return ["the index of names does not fit the names."];
        }
    }

    private static IEnumerable<string> OfVersions(Link link, string table, string problem, string count) =>
        link.Number(count) is > 0 and var rows ? [string.Create(CultureInfo.InvariantCulture, $"{rows} versions of a {table}: {problem}.")] : [];
}
