using GeoGraph.Core;
using GeoGraph.Core.Graph.Archive;
using GeoGraph.Neo4j.Engine;
using GeoGraph.Neo4j.Format;

namespace GeoGraph.Neo4j.Archive;

/// <summary>
/// The mark of a store that is being filled, on its node. While it is there nobody opens, reads or writes the store, so that what a filling that was broken off left behind is
/// never taken for a store; the next filling takes the mark over, empties the store and begins anew.
/// </summary>
internal sealed class FillMark(Database database, StoreNames names)
{
    private const string BeginQuery = "MATCH (s:GeoGraphStore {owner: $owner}) SET s.lock = $token RETURN s.revision, s.filling";
    private const string MarkQuery = "MATCH (s:GeoGraphStore {owner: $owner}) SET s.filling = $token";

    // Head and mark go in turn: while the mark is there, readers that were open before find something being applied.
    private const string AnnounceQuery = "MATCH (h:GeoGraphHead {owner: $owner}) SET h.published = 0, h.committing = 1, h.oldest = 0";
    private const string PublishQuery = "MATCH (h:GeoGraphHead {owner: $owner}) SET h.published = $revision, h.committing = $revision, h.oldest = $oldest";
    private const string EndQuery = "MATCH (s:GeoGraphStore {owner: $owner}) WHERE s.filling = $token SET s += $learnt, s.revision = $revision, s.oldest = $oldest REMOVE s.filling RETURN 1";
    private const string HoldQuery = "MATCH (s:GeoGraphStore {owner: $owner}) WHERE s.filling = $token SET s.lock = $token RETURN 1";

    private readonly string _token = Guid.NewGuid().ToString("N");

    /// <summary>Who fills, as logs of revisions tell.</summary>
    public string Token => _token;

    /// <summary>True where the database holds the store with the mark of a filling.</summary>
    /// <exception cref="GeoGraphException">The store was written by another version of GeoGraph.</exception>
    public static async Task<bool> IsBrokenOffAsync(Database database, StoreNames names, CancellationToken cancellationToken)
    {
        var rows = await database.RunAloneAsync("MATCH (s:GeoGraphStore {owner: $owner}) WHERE s.filling IS NOT NULL RETURN s.schema",
            new Dictionary<string, object> { ["owner"] = names.Owner }, cancellationToken);
        return rows is [var row] && ((long)row[0] == Schema.Version ? true : throw SchemaStatements.OtherSchema((long)row[0]));
    }

    /// <summary>Marks an empty store, or takes over one whose filling was broken off, and empties it.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.PreconditionFailed"/> where the store is not empty.</exception>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await database.WriteAsync(async work =>
        {
            var stores = await work.QueryAsync(BeginQuery, Parameters(), static record => (Revision: (long)record[0], Filling: record[1] as string));
            if (stores is not [var store])
                throw Neo4jErrors.Unavailable($"the database has lost the state of the store of {names.Owner}.");
            var receipts = await work.QueryAsync($"MATCH (v:{names.Receipt}) RETURN count(v)", Parameters(), static record => (long)record[0]);
            if (store.Filling is null && (store.Revision > 0 || receipts[0] > 0))
                throw ArchiveRefusals.NotEmpty(new Revision(store.Revision));
            await work.QueryAsync(MarkQuery, Parameters(), static _ => 0);
            work.GoThrough();
            await work.Transaction.CommitAsync();
            return true;
        }, cancellationToken);
        await database.RunAloneAsync(AnnounceQuery, Parameters(), cancellationToken);
        foreach (var label in (string[])[names.Label, names.PastNode, names.PastRelation, names.Alias, names.PastAlias, names.Name, names.Revision, names.Receipt])
            await database.RunAloneAsync($"MATCH (v:{label}) CALL (v) {{ DETACH DELETE v }} IN TRANSACTIONS OF 10000 ROWS", Parameters(), cancellationToken);
    }

    /// <summary>Makes sure within a transaction that the mark is still this filling's, and that no other takes it over before the end.</summary>
    public async Task HoldAsync(OpenWork work)
    {
        if ((await work.QueryAsync(HoldQuery, Parameters(), static _ => true)).Count == 0)
            throw Lost();
    }

    /// <summary>Says that the store is whole.</summary>
    public async Task EndAsync(ArchivedState state, Dictionary<string, object> learnt, CancellationToken cancellationToken)
    {
        await database.RunAloneAsync(PublishQuery, Parameters(state), cancellationToken);
        var parameters = Parameters(state);
        parameters["learnt"] = learnt;
        if ((await database.RunAloneAsync(EndQuery, parameters, cancellationToken)).Count == 0)
            throw Lost();
    }

    private static GeoGraphException Lost() => new(ErrorReason.WriteConflict, "another program fills the same store; this filling is given up.");

    private Dictionary<string, object> Parameters() => new(StringComparer.Ordinal) { ["owner"] = names.Owner, ["token"] = _token };

    private Dictionary<string, object> Parameters(ArchivedState state)
    {
        var parameters = Parameters();
        parameters["revision"] = state.Current.Number;
        parameters["oldest"] = state.Oldest.Number;
        return parameters;
    }
}
