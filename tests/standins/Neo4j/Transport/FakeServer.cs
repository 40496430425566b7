using System.Net;
using System.Net.Sockets;
using Neo4j.Driver.Internal.Transport;

namespace GeoGraph.Neo4jDriver.Tests.Transport;

/// <summary>Something that listens on the loopback interface and treats each connection as a test says.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    /// <summary>What a client sends first: the preamble of Bolt and four proposals of versions.</summary>
    public const int HandshakeSize = 20;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    /// <param name="talk">The talk on each connection, which is closed after it.</param>
    public FakeServer(Func<NetworkStream, CancellationToken, Task> talk)
    {
        _listener.Start();
        _serving = ServeAsync(talk);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>A server that reads the proposals, answers these bytes and then talks as the test says, or closes.</summary>
    public static FakeServer Answering(byte[] answer, Func<NetworkStream, CancellationToken, Task>? then = null) => new(async (stream, end) =>
    {
        await stream.ReadExactlyAsync(new byte[HandshakeSize], end);
        await stream.WriteAsync(answer, end);
        await (then?.Invoke(stream, end) ?? Task.CompletedTask);
    });

    /// <summary>A server that agrees on Bolt 5.8 and then talks as the test says.</summary>
    public static FakeServer Talking(Func<NetworkStream, CancellationToken, Task> then) => Answering([0, 0, 8, 5], then);

    /// <summary>Waits until the test ends.</summary>
    public static Task SilenceAsync(NetworkStream stream, CancellationToken end) => Task.Delay(Timeout.Infinite, end);

    public Task<BoltTransport> ConnectAsync(double seconds = 10, CancellationToken cancellationToken = default) =>
        BoltTransport.ConnectAsync("127.0.0.1", Port, null, TimeSpan.FromSeconds(seconds), keepAlive: true, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _serving;
        _end.Dispose();
    }

    private async Task ServeAsync(Func<NetworkStream, CancellationToken, Task> talk)
    {
        var talks = new List<Task>();
        try
        {
            while (true)
                talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_end.Token), talk));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(talks);
        }
    }

    // A client that goes away while it is talked to is what some tests are about.
    private async Task TalkAsync(TcpClient client, Func<NetworkStream, CancellationToken, Task> talk)
    {
        using (client)
        {
            try
            {
                await talk(client.GetStream(), _end.Token);
            }
            catch (Exception failure) when (failure is IOException or OperationCanceledException)
            {
                client.Close();
            }
        }
    }
}
