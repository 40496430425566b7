using System.Net;
using System.Net.Sockets;
using GeoGraph.Neo4jDriver.Tests.Transport;
using Neo4j.Driver.Internal.Transport;

namespace GeoGraph.Neo4jDriver.Tests.Connections;

/// <summary>Stands between driver and server, and has the driver's proposals say one version alone.</summary>
internal sealed class VersionLimit : IAsyncDisposable
{
    private readonly FakeServer _front;
    private readonly int _server;
    private readonly BoltVersion _version;

    public VersionLimit(int server, BoltVersion version)
    {
        _server = server;
        _version = version;
        _front = new FakeServer(PassAsync);
    }

    public int Port => _front.Port;

    public ValueTask DisposeAsync() => _front.DisposeAsync();

    private async Task PassAsync(NetworkStream driver, CancellationToken end)
    {
        using var back = new TcpClient();
        await back.ConnectAsync(IPAddress.Loopback, _server, end);
        var server = back.GetStream();
        var proposals = new byte[FakeServer.HandshakeSize];
        await driver.ReadExactlyAsync(proposals, end);
        proposals.AsSpan(4).Clear();
        proposals[6] = (byte)_version.Minor;
        proposals[7] = (byte)_version.Major;
        await server.WriteAsync(proposals, end);
        await Task.WhenAny(driver.CopyToAsync(server, end), server.CopyToAsync(driver, end));
    }
}
