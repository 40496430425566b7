namespace Neo4j.Driver.Internal.Connections;

/// <summary>Where sessions get connections from.</summary>
internal interface IConnectionSource
{
    /// <summary>A connection for a holder, and the database to name on it; null for the user's own.</summary>
    Task<Lease> AcquireAsync(ConnectionRequest request, object holder, CancellationToken cancellationToken);

    /// <summary>Closes every connection.</summary>
    Task CloseAsync();
}
