namespace GeoGraph.Core.Graph;

/// <summary>
/// A labelled property graph with history: the one seam between the product and its databases. Safe for concurrent use.
/// </summary>
/// <remarks>
/// Visibility: a write is visible to every read that starts after the write returned, and to none before it is whole.
/// Order: revisions grow by one with each batch that changes something, over all writers and processes of the store.
/// Durability: a write that returned survives the end of the process, except in a store documented as in memory.
/// Use after disposal is <see cref="ErrorReason.StoreUnavailable"/>; a watch ends with it.
/// Errors: only <see cref="GeoGraphException"/> (each member names its reasons; any may give <see cref="ErrorReason.StoreUnavailable"/>)
/// and <see cref="OperationCanceledException"/>; never a driver's type. All ordering is ordinal.
/// </remarks>
public interface IGraphStore : IAsyncDisposable
{
    /// <summary>
    /// Opens a read at one revision. Everything read through it comes from that revision, whatever is written meanwhile, for as long
    /// as the revision is retained. Waits for <see cref="ReadPoint.AtLeast"/> until the token is cancelled.
    /// </summary>
    /// <exception cref="GeoGraphException">
    /// <see cref="ErrorReason.RevisionExpired"/> for an exact revision that is no longer retained;
    /// <see cref="ErrorReason.RevisionNotReached"/> for an exact revision that the store has not reached.
    /// </exception>
    Task<IGraphReader> ReadAsync(ReadPoint point, CancellationToken cancellationToken);

    /// <summary>
    /// Applies a batch: all of it at one new revision, or none. Where every update leaves its target as it was, the revision stays.
    /// Once the write is being committed, cancellation no longer stops it.
    /// </summary>
    /// <exception cref="GeoGraphException">
    /// <see cref="ErrorReason.InvalidRequest"/>, <see cref="ErrorReason.LimitExceeded"/>, <see cref="ErrorReason.AlreadyExists"/>,
    /// <see cref="ErrorReason.NotFound"/>, <see cref="ErrorReason.PreconditionFailed"/>, <see cref="ErrorReason.DanglingRelation"/>,
    /// <see cref="ErrorReason.RequestIdReused"/>, <see cref="ErrorReason.WriteConflict"/>; nothing is changed by a refused batch.
    /// </exception>
    Task<WriteReceipt> WriteAsync(WriteBatch batch, CancellationToken cancellationToken);

    /// <summary>
    /// Tells every change after <paramref name="after"/>, one <see cref="ChangeSet"/> a revision in order, without gap or repeat, and goes
    /// on with new ones as they are written, until cancelled. While nothing happens it gives an empty set (a checkpoint) at once when it has
    /// caught up and then every <paramref name="checkpointEvery"/>, which is positive.
    /// </summary>
    /// <exception cref="GeoGraphException">
    /// <see cref="ErrorReason.RevisionExpired"/> where changes after that revision are no longer retained;
    /// <see cref="ErrorReason.RevisionNotReached"/> where the store has not reached that revision.
    /// </exception>
    IAsyncEnumerable<ChangeSet> WatchAsync(Revision after, TimeSpan checkpointEvery, CancellationToken cancellationToken);

    /// <summary>
    /// Forgets what only revisions before <paramref name="keepFrom"/> show. Reads and watches from it on are as before. Forgetting the
    /// future, or what is already forgotten, does nothing.
    /// </summary>
    Task TrimHistoryAsync(Revision keepFrom, CancellationToken cancellationToken);

    /// <summary>Asks the database whether it answers, with the current and the oldest retained revision.</summary>
    Task<StoreReadiness> CheckReadinessAsync(CancellationToken cancellationToken);
}

/// <summary>Which revision a read wants.</summary>
public readonly record struct ReadPoint
{
    private ReadPoint(Revision? atLeast, Revision? exact)
    {
        MinimumRevision = atLeast;
        ExactRevision = exact;
    }

    /// <summary>The newest revision.</summary>
    public static readonly ReadPoint Latest;

    /// <summary>Wait until the store has reached this revision; null where none is asked for.</summary>
    public Revision? MinimumRevision { get; }

    /// <summary>Exactly this revision; null where none is asked for.</summary>
    public Revision? ExactRevision { get; }

    /// <summary>The newest revision, once it is at least <paramref name="revision"/>.</summary>
    public static ReadPoint AtLeast(Revision revision) => new(revision, null);

    /// <summary>Exactly <paramref name="revision"/>.</summary>
    public static ReadPoint Exact(Revision revision) => new(null, revision);
}

/// <summary>Whether a store answers.</summary>
/// <param name="Ready">True where reads and writes would be served.</param>
/// <param name="Current">The newest revision.</param>
/// <param name="OldestRetained">The oldest revision that exact reads and watches may start from.</param>
/// <param name="Problem">A sentence on what is wrong; null where ready.</param>
public sealed record StoreReadiness(bool Ready, Revision Current, Revision OldestRetained, string? Problem);
