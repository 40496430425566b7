#nullable disable

namespace Neo4j.Driver;

/// <summary>A pool of connections to one database server, and where sessions come from. Safe for concurrent use.</summary>
public interface IDriver : IDisposable, IAsyncDisposable
{
    /// <summary>Gets what the driver was configured with.</summary>
    Config Config { get; }

    /// <summary>Gets whether connections use TLS.</summary>
    bool Encrypted { get; }

    /// <summary>Opens a session with the default configuration. Nothing is sent.</summary>
    IAsyncSession AsyncSession();

    /// <summary>Opens a session. Nothing is sent.</summary>
    IAsyncSession AsyncSession(Action<SessionConfigBuilder> action);

    /// <summary>Closes every connection; the same as <see cref="IAsyncDisposable.DisposeAsync"/>.</summary>
    [Obsolete("Replaced by DisposeAsync")]
    Task CloseAsync();

    /// <summary>Connects if need be and says which server answered.</summary>
    Task<IServerInfo> GetServerInfoAsync();

    /// <summary>Like <see cref="VerifyConnectivityAsync"/>, with false in place of an error.</summary>
    Task<bool> TryVerifyConnectivityAsync();

    /// <summary>Takes a connection and has the server answer on it.</summary>
    Task VerifyConnectivityAsync();

    /// <summary>Whether the server has more than one database: true for every server of Bolt 5.</summary>
    Task<bool> SupportsMultiDbAsync();

    /// <summary>Whether a session may have credentials of its own: true from Bolt 5.1.</summary>
    Task<bool> SupportsSessionAuthAsync();

    /// <summary>A query that runs in a managed transaction of its own and is read whole.</summary>
    IExecutableQuery<IRecord, IRecord> ExecutableQuery(string cypher);

    /// <summary>Whether the server accepts these credentials; any other error is thrown.</summary>
    Task<bool> VerifyAuthenticationAsync(IAuthToken authToken);

    /// <summary>The bookmarks that executable queries of this driver share.</summary>
    IBookmarkManager GetExecutableQueryBookmarkManager();
}
