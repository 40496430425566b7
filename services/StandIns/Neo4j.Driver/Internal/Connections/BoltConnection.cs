using Neo4j.Driver.Internal.Messages;
using Neo4j.Driver.Internal.Transport;

namespace Neo4j.Driver.Internal.Connections;

/// <summary>
/// A connection that is signed in: messages go out in batches, and answers come in the order of the messages. One holder
/// at a time uses it; stopping and closing may come from beside.
/// </summary>
internal sealed partial class BoltConnection : IAsyncDisposable
{
    private readonly BoltTransport _transport;
    private readonly ILogger _logger;
    private object? _holder;

    private BoltConnection(BoltTransport transport, ServerAddress address, AuthToken auth, ILogger logger)
    {
        _transport = transport;
        _logger = logger;
        Address = address;
        Auth = auth;
    }

    /// <summary>Gets where it leads.</summary>
    public ServerAddress Address { get; }

    /// <summary>Gets the version of the protocol.</summary>
    public BoltVersion Version => _transport.Version;

    /// <summary>Gets how the server calls itself.</summary>
    public string Agent { get; private set; } = "";

    /// <summary>Gets how the server calls the connection.</summary>
    public string Id { get; private set; } = "";

    /// <summary>Gets whether the server wants to know which interfaces of the driver are used.</summary>
    public bool WantsTelemetry { get; private set; }

    /// <summary>Gets who is signed in.</summary>
    public AuthToken Auth { get; private set; }

    /// <summary>Gets whether nothing more can be sent or received.</summary>
    public bool IsBroken => _transport.IsBroken;

    /// <summary>Gets whether the server has closed the connection while it was idle.</summary>
    public bool IsClosedByServer => _transport.IsClosedByPeer;

    /// <summary>Gets the failure that says that who is signed in has to be found out anew on every connection; null for none.</summary>
    public SecurityException? SignInExpired { get; private set; }

    /// <summary>Connects and signs in.</summary>
    /// <exception cref="ServiceUnavailableException">Nothing answers there, or not in time.</exception>
    /// <exception cref="SecurityException">The server refuses the credentials, or encryption failed.</exception>
    public static async Task<BoltConnection> OpenAsync(
        ServerAddress address, ConnectionSettings settings, AuthToken auth, object holder, CancellationToken cancellationToken)
    {
        var config = settings.Config;
        var transport = await BoltTransport.ConnectAsync(
            address.Host, address.Port, settings.Tls?.Invoke(address), config.ConnectionTimeout, config.SocketKeepAlive, cancellationToken).ConfigureAwait(false);
        var connection = new BoltConnection(transport, address, auth, config.Logger) { _holder = holder };
        try
        {
            await connection.GreetAsync(settings, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            config.Logger.Debug("Connected to {0} as {1} over Bolt {2}", address, connection.Id, connection.Version);
            return connection;
        }
        catch
        {
            connection.Abort();
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }

    /// <summary>Says farewell and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!IsBroken)
        {
            try
            {
                await SayGoodbyeAsync().ConfigureAwait(false);
            }
            catch (Neo4jException error)
            {
                _logger.Debug("{0} was gone before the farewell: {1}", Id, error.Message);
            }
        }
        await _transport.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Closes at once; what waits for an answer fails.</summary>
    public void Abort() => _transport.Abort();

    /// <summary>Signs in as somebody else.</summary>
    /// <exception cref="UnsupportedFeatureException">The server speaks Bolt 5.0.</exception>
    public async Task SignInAsync(AuthToken auth, object holder)
    {
        if (Version < new BoltVersion(5, 1))
        {
            throw new UnsupportedFeatureException($"A session with credentials of its own takes Bolt 5.1; the server speaks {Version}.");
        }
        var off = new Reply();
        var on = new Reply();
        await SendAsync(holder, () =>
        {
            Write(MessageTag.Logoff, off);
            Write(MessageTag.Logon, on, auth.Content);
        }).ConfigureAwait(false);
        await ReceiveAsync(on).ConfigureAwait(false);
        off.ThrowIfFailed();
        on.ThrowIfFailed();
        Auth = auth;
    }

    private void Abort(object? _) => Abort();

    private async Task GreetAsync(ConnectionSettings settings, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(settings.Config.ConnectionTimeout);
        await using var late = timeout.Token.UnsafeRegister(Abort, null).ConfigureAwait(false);
        await using var cancelled = cancellationToken.UnsafeRegister(Abort, null).ConfigureAwait(false);
        var hello = new Reply();
        var last = hello;
        await SendAsync(_holder!, () =>
        {
            Write(MessageTag.Hello, hello, ConnectionGreeting.Of(settings, Auth, Version));
            if (Version < new BoltVersion(5, 1)) return;
            last = new Reply();
            Write(MessageTag.Logon, last, Auth.Content);
        }).ConfigureAwait(false);
        _recovers = false;
        await ReceiveAsync(last).ConfigureAwait(false);
        hello.ThrowIfFailed();
        last.ThrowIfFailed();
        _recovers = true;
        Agent = hello.Metadata.Text("server") ?? "";
        Id = hello.Metadata.Text("connection_id") ?? "";
        var hints = hello.Metadata.Map("hints") ?? [];
        WantsTelemetry = hints.Flag("telemetry.enabled") == true;
        if (hints.Number("connection.recv_timeout_seconds") is > 0 and var seconds)
        {
            _transport.ReadTimeout = TimeSpan.FromSeconds((double)seconds);
        }
    }
}
