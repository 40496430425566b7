using GeoGraph.Core;
using GeoGraph.Core.Graph.Writing;
using GeoGraph.Neo4j.Engine;
using GeoGraph.Neo4j.Format;
using GeoGraph.Neo4j.Reading;
using Microsoft.Extensions.Logging;

namespace GeoGraph.Neo4j.Writing;

/// <summary>
/// Tells readers what is being applied and what is whole. A commit becomes visible record by record, so a writer says before it that its revision is being committed and after it
/// that the revision is published. Where it ends in between, whoever holds the writers' lock next mends the head: nothing is being applied then.
/// </summary>
internal sealed class Publication(Database database, StoreNames names, ILogger logger)
{
    private const string AnnounceQuery = "MATCH (h:GeoGraphHead {owner: $owner}) SET h.committing = $revision";

    // Locked before it is read: of two writers, the later may have published already.
    private const string PublishQuery =
        "MATCH (h:GeoGraphHead {owner: $owner}) SET h.asked = $revision WITH h WHERE h.published < $revision SET h.published = $revision";

    private const string MendQuery =
        "MATCH (h:GeoGraphHead {owner: $owner}) SET h.published = $revision, h.committing = $revision, h.oldest = $oldest";

    private const string TrimQuery = "MATCH (h:GeoGraphHead {owner: $owner}) SET h.oldest = $revision";

    /// <summary>Says that a revision is about to be committed. Its writer holds the lock.</summary>
    public Task AnnounceAsync(Revision revision) => RunAsync(AnnounceQuery, revision);

    /// <summary>Says that a revision is whole. Its writer no longer holds the lock.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.StoreUnavailable"/>: the revision is written, and told by whoever comes next.</exception>
    public async Task PublishAsync(Revision revision)
    {
        try
        {
            await RunAsync(PublishQuery, revision);
        }
        catch (GeoGraphException error)
        {
            Log.Unpublished(logger, revision.Number, error);
            throw Neo4jErrors.Unavailable($"revision {revision} is written, and the database went away before it could be told; it is visible once the database is back.", error);
        }
    }

    /// <summary>Says that revisions before one are no longer retained. The caller holds the lock.</summary>
    public Task TrimAsync(Revision oldest) => RunAsync(TrimQuery, oldest);

    /// <summary>Mends a head that another writer left behind, while the lock is held.</summary>
    public async Task MendAsync(Head head, RetainedRevisions state, CancellationToken cancellationToken)
    {
        if (head == new Head(state.Current, state.Current, state.Oldest))
            return;
        Log.Repaired(logger, names.Owner, head.Published.Number, state.Current.Number);
        await database.RunWithinAsync(MendQuery, Parameters(state.Current, ("oldest", state.Oldest.Number)), cancellationToken);
    }

    // Not cancelled: the write is beyond recall.
    private Task RunAsync(string query, Revision revision) => database.RunWithinAsync(query, Parameters(revision), CancellationToken.None);

    private Dictionary<string, object> Parameters(Revision revision, params ReadOnlySpan<(string Name, object Value)> further)
    {
        var parameters = new Dictionary<string, object>(StringComparer.Ordinal) { ["owner"] = names.Owner, ["revision"] = revision.Number };
        foreach (var (name, value) in further)
            parameters[name] = value;
        return parameters;
    }
}
