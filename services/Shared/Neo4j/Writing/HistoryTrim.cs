using GeoGraph.Core;
using GeoGraph.Neo4j.Engine;
using GeoGraph.Neo4j.Format;

namespace GeoGraph.Neo4j.Writing;

/// <summary>
/// Forgets old versions. First the store says that it no longer retains them, so that no read rests on them, and then they go, in many transactions; what an end in between
/// leaves over shows nowhere and goes with the next trim.
/// </summary>
internal sealed class HistoryTrim(Database database, StoreNames names, StoreWriter writer, Publication publication)
{
    /// <summary>Removes what only revisions before <paramref name="keepFrom"/> show.</summary>
    /// <returns>How many versions went; null where there was nothing to forget.</returns>
    public async Task<long?> TrimAsync(Revision keepFrom, CancellationToken cancellationToken)
    {
        if (!await writer.UnderLockAsync((work, store) => MarkAsync(work, store, keepFrom), cancellationToken))
            return null;
        long gone = 0;
        foreach (var label in (string[])[names.PastNode, names.PastRelation, names.PastAlias, names.Name])
            gone += await DeleteAsync($"MATCH (v:{label}) WHERE v.until <= $revision", keepFrom, cancellationToken);
        await DeleteAsync($"MATCH (v:{names.Revision}) WHERE v.number <= $revision", keepFrom, cancellationToken);
        await DeleteAsync($"MATCH (v:{names.Receipt}) WHERE v.revision < $revision", keepFrom, cancellationToken);
        return gone;
    }

    private async Task<bool> MarkAsync(OpenWork work, StoreRecord store, Revision keepFrom)
    {
        if (keepFrom <= store.Retained.Oldest || keepFrom > store.Retained.Current)
            return false;
        var cursor = await work.RunAsync("MATCH (s:GeoGraphStore {owner: $owner}) SET s.oldest = $oldest",
            new Dictionary<string, object> { ["owner"] = names.Owner, ["oldest"] = keepFrom.Number });
        await cursor.ConsumeAsync();
        work.GoThrough();
        await publication.TrimAsync(keepFrom);
        await work.Transaction.CommitAsync();
        return true;
    }

    private async Task<long> DeleteAsync(string matching, Revision keepFrom, CancellationToken cancellationToken)
    {
        var rows = await database.RunAloneAsync($"{matching} CALL (v) {{ DELETE v RETURN 1 AS one }} IN TRANSACTIONS OF 10000 ROWS RETURN count(one)",
            new Dictionary<string, object> { ["revision"] = keepFrom.Number }, cancellationToken);
        return (long)rows[0][0];
    }
}
