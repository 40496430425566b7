using System.Net;
using System.Net.Sockets;

namespace GeoGraph.Neo4jDriver.Tests.Hostile;

/// <summary>
/// A network between a driver and a server, as bad as a test wants it: it can fall silent without closing, close, tear
/// what the server says after any byte, and hand it on in small pieces.
/// </summary>
internal sealed class Proxy : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _server;
    private readonly Task _serving;
    private readonly List<Link> _links = [];
    private long _fromServer;

    /// <param name="server">Where it leads.</param>
    /// <param name="address">An address of this machine to listen on.</param>
    public Proxy(Uri server, string address = "127.0.0.1")
    {
        _listener = new TcpListener(IPAddress.Parse(address), 0);
        _server = server;
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Where a driver finds it.</summary>
    public Uri Uri => new($"bolt://{_listener.LocalEndpoint}");

    /// <summary>How many bytes of the server have been handed on, over all connections.</summary>
    public long FromServer => Interlocked.Read(ref _fromServer);

    /// <summary>How many connections there have been.</summary>
    public int Connections
    {
        get
        {
            lock (_links)
                return _links.Count;
        }
    }

    /// <summary>After how many bytes of the server a connection is closed.</summary>
    public long TearAfter { get; init; } = long.MaxValue;

    /// <summary>How many bytes of the server are handed on at once, at most.</summary>
    public int Piece { get; init; } = 64 * 1024;

    /// <summary>Holds back for good what either side says on the connections that there are; later ones flow.</summary>
    public void Freeze() => ForEach(link => link.Frozen = true);

    /// <summary>Closes the connections that there are.</summary>
    public void Close() => ForEach(link => link.Dispose());

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        Close();
        await _serving;
        _end.Dispose();
    }

    private void ForEach(Action<Link> act)
    {
        lock (_links)
            _links.ForEach(act);
    }

    private async Task ServeAsync()
    {
        var pumps = new List<Task>();
        try
        {
            while (true)
            {
                var link = new Link(await _listener.AcceptTcpClientAsync(_end.Token), new TcpClient(_server.Host, _server.Port));
                lock (_links)
                    _links.Add(link);
                pumps.Add(PumpAsync(link, link.Client, link.Server, 64 * 1024, long.MaxValue));
                pumps.Add(PumpAsync(link, link.Server, link.Client, Piece, TearAfter));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(pumps);
        }
    }

    private async Task PumpAsync(Link link, TcpClient from, TcpClient to, int piece, long most)
    {
        var buffer = new byte[piece];
        try
        {
            for (var passed = 0L; passed < most;)
            {
                var count = await from.GetStream().ReadAsync(buffer, _end.Token);
                if (count == 0)
                    break;
                if (link.Frozen)
                    await Task.Delay(Timeout.Infinite, _end.Token);
                count = (int)Math.Min(count, most - passed);
                passed += count;
                if (from == link.Server)
                    Interlocked.Add(ref _fromServer, count);
                await to.GetStream().WriteAsync(buffer.AsMemory(0, count), _end.Token);
            }
        }
        catch (Exception failure) when (failure is IOException or InvalidOperationException or OperationCanceledException)
        {
            // Either side is gone, or the test is over: then the other side is told so.
            link.Dispose();
        }
        link.Dispose();
    }

    private sealed record Link(TcpClient Client, TcpClient Server) : IDisposable
    {
        public volatile bool Frozen;

        public void Dispose()
        {
            Client.Close();
            Server.Close();
        }
    }
}
