using Neo4j.Driver.Internal.Connections;

namespace Neo4j.Driver.Internal.Results;

/// <summary>The session or transaction that a result belongs to.</summary>
internal interface IResultOwner
{
    /// <summary>Takes notice of an error that ends what the result belongs to.</summary>
    void OnResultFailed(Exception error);

    /// <summary>Takes notice of the end of the result, good or bad.</summary>
    /// <param name="lease">What the result came on.</param>
    /// <param name="isClean">Whether the server has come to the end of it too.</param>
    /// <param name="metadata">What the server said at the end; empty after an error.</param>
    ValueTask OnResultEndedAsync(Lease lease, bool isClean, IReadOnlyDictionary<string, object?> metadata);
}
