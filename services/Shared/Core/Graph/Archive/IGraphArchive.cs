namespace GeoGraph.Core.Graph.Archive;

/// <summary>
/// A power that a store may have beside <see cref="IGraphStore"/>: giving out all that it retains, and taking that in. What one store gives out and
/// another takes in answers every read alike from then on, of older revisions, histories, watches and repeated requests as well.
/// </summary>
/// <remarks>Errors: as of <see cref="IGraphStore"/>.</remarks>
public interface IGraphArchive
{
    /// <summary>
    /// Gives out everything retained at the newest revision, whatever is written meanwhile: the <see cref="ArchivedState"/>, then nodes, relations and
    /// aliases, each in ordinal order of id and then of <see cref="ArchivedVersion.Since"/>, then receipts in ordinal order of request id.
    /// </summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.RevisionExpired"/> where history is trimmed meanwhile.</exception>
    IAsyncEnumerable<ArchivedRecord> ReadArchiveAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Fills an empty store with an archive, which is checked as it comes (<see cref="ArchiveCheck"/>). A restoring that does not come to its end leaves the
    /// store empty, or such that it refuses to be opened until a restoring has.
    /// </summary>
    /// <exception cref="GeoGraphException">
    /// <see cref="ErrorReason.PreconditionFailed"/> where the store is not empty; <see cref="ErrorReason.InvalidRequest"/> where the archive is not sound.
    /// </exception>
    Task RestoreArchiveAsync(IAsyncEnumerable<ArchivedRecord> archive, CancellationToken cancellationToken);

    /// <summary>
    /// Looks for damage below what an archive shows: of the engine's own files and indexes, and of what the store keeps beside its versions to find them by.
    /// </summary>
    /// <returns>A sentence for each thing that is wrong; empty where all is right.</returns>
    Task<IReadOnlyList<string>> FindDamageAsync(CancellationToken cancellationToken);
}
