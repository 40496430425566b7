using GeoGraph.Core;
using GeoGraph.Sqlite.Engine;

namespace GeoGraph.Sqlite;

/// <summary>Forgets old versions.</summary>
internal static class History
{
    /// <summary>Removes what only revisions before <paramref name="keepFrom"/> show, and commits.</summary>
    /// <returns>How many versions went; null where there was nothing to forget.</returns>
    public static long? Trim(Link link, Revision keepFrom)
    {
        var state = StoreState.Read(link);
        if (keepFrom <= state.Oldest || keepFrom > state.Current)
            return null;
        long gone = 0;
        foreach (var table in (ReadOnlySpan<string>)["node", "relation", "alias", "name"])
        {
            link.Run($"DELETE FROM {table} WHERE rev_to <= ?1", keepFrom.Number);
            gone += link.Number("SELECT changes()") ?? 0;
        }
        link.Run("DELETE FROM receipt WHERE revision < ?1", keepFrom.Number);
        link.Run("UPDATE store SET oldest = ?1", keepFrom.Number);
        link.Run("COMMIT");
        return gone;
    }
}
