using Neo4j.Driver.Internal.Connections;
using Neo4j.Driver.Internal.Queries;
using Neo4j.Driver.Internal.Results;
using Neo4j.Driver.Internal.Routing;
using Neo4j.Driver.Internal.Sessions;
using Neo4j.Driver.Internal.Transport;

namespace Neo4j.Driver.Internal;

/// <summary>A driver over Bolt. Safe for concurrent use.</summary>
internal sealed class BoltDriver : IDriver
{
    private readonly IBookmarkManager _bookmarks = new DefaultBookmarkManagerFactory().NewBookmarkManager();
    private int _closed;

    private BoltDriver(Config config, IConnectionSource connections, bool isEncrypted)
    {
        Config = config;
        Connections = connections;
        Encrypted = isEncrypted;
        Retries = new RetryPolicy(config.MaxTransactionRetryTime, config.Logger);
    }

    public Config Config { get; }

    public bool Encrypted { get; }

    /// <summary>Gets where sessions get connections from.</summary>
    public IConnectionSource Connections { get; }

    /// <summary>Gets how transaction functions are tried again.</summary>
    public RetryPolicy Retries { get; }

    public static BoltDriver Create(Uri uri, IAuthToken authToken, Config config)
    {
        var parsed = DriverUri.From(uri, config);
        var settings = new ConnectionSettings(config, AuthToken.Of(authToken), parsed.RoutingContext, parsed.Tls());
        IConnectionSource connections = parsed.RoutingContext is null
            ? new DirectSource(parsed.Address, settings)
            : new RoutingSource(parsed.Address, settings);
        return new BoltDriver(config, connections, parsed.IsEncrypted);
    }

    public IAsyncSession AsyncSession() => Session(new SessionConfig());

    public IAsyncSession AsyncSession(Action<SessionConfigBuilder> action)
    {
        var session = new SessionConfig();
        action?.Invoke(new SessionConfigBuilder(session));
        return Session(session);
    }

    /// <summary>A session with its own type, for those who stop it with a reason.</summary>
    public AsyncSession Session(SessionConfig session)
    {
        ObjectDisposedException.ThrowIf(_closed != 0, typeof(IDriver));
        return new AsyncSession(this, session);
    }

    public IExecutableQuery<IRecord, IRecord> ExecutableQuery(string cypher) => new ExecutableQuery<IRecord, IRecord>(
        new QueryPlan(this, new Query(cypher), new QueryConfig()), static (records, _) => records);

    public IBookmarkManager GetExecutableQueryBookmarkManager() => _bookmarks;

    public Task VerifyConnectivityAsync() => GetServerInfoAsync();

    public async Task<bool> TryVerifyConnectivityAsync()
    {
        try
        {
            await GetServerInfoAsync().ConfigureAwait(false);
            return true;
        }
        catch (Neo4jException error)
        {
            Config.Logger.Debug("No connectivity: {0}", error.Message);
            return false;
        }
    }

    public Task<IServerInfo> GetServerInfoAsync() => AskAsync(null, async (lease, holder) =>
    {
        if (!await lease.Connection.ResetAsync(holder, holder, null).ConfigureAwait(false))
        {
            throw new ServiceUnavailableException($"The server at {lease.Connection.Address} does not answer.");
        }
        return SummaryReading.ServerOf(lease.Connection);
    });

    public Task<bool> SupportsMultiDbAsync() => AskAsync(null, (_, _) => Task.FromResult(true));

    public Task<bool> SupportsSessionAuthAsync() =>
        AskAsync(null, (lease, _) => Task.FromResult(lease.Connection.Version >= new BoltVersion(5, 1)));

    public async Task<bool> VerifyAuthenticationAsync(IAuthToken authToken)
    {
        var auth = AuthToken.Of(authToken);
        try
        {
            return await AskAsync(auth, async (lease, holder) =>
            {
                await lease.Connection.SignInAsync(auth, holder).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
        }
        catch (SecurityException error) when (error.Code is
            "Neo.ClientError.Security.Unauthorized" or "Neo.ClientError.Security.CredentialsExpired"
            or "Neo.ClientError.Security.Forbidden" or "Neo.ClientError.Security.TokenExpired")
        {
            return false;
        }
    }

    public Task CloseAsync() => Interlocked.Exchange(ref _closed, 1) == 0 ? Connections.CloseAsync() : Task.CompletedTask;

    public ValueTask DisposeAsync() => new(CloseAsync());

    public void Dispose() => CloseAsync().GetAwaiter().GetResult();

    private async Task<T> AskAsync<T>(AuthToken? auth, Func<Lease, object, Task<T>> ask)
    {
        ObjectDisposedException.ThrowIf(_closed != 0, typeof(IDriver));
        var holder = new object();
        var request = new ConnectionRequest(AccessMode.Read, null, null, BookmarkSet.Empty, auth);
        var lease = await Connections.AcquireAsync(request, holder, CancellationToken.None).ConfigureAwait(false);
        try
        {
            return await ask(lease, holder).ConfigureAwait(false);
        }
        finally
        {
            await lease.EndAsync(isClean: true).ConfigureAwait(false);
        }
    }
}
