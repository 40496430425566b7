using GeoGraph.StandIns.Tests.Server;
using GeoGraph.StandIns.Tests.Wire;
using Grpc.Core;

namespace GeoGraph.StandIns.Tests;

/// <summary>Calls that end early.</summary>
public sealed class DeadlineTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_call_past_its_deadline_ends_at_both_sides()
    {
        await using var server = await TestServer.StartAsync();
        var deadline = DateTime.UtcNow.AddMilliseconds(300);

        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await server.Client.SayAsync(new SayRequest { Text = "wait" }, deadline: deadline));

        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
        await server.Log.Cancelled.Task.WaitAsync(Patience);
        Assert.Equal(deadline, server.Log.Deadline, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_cancelled_call_ends_at_both_sides()
    {
        await using var server = await TestServer.StartAsync();
        using var cancellation = new CancellationTokenSource();

        using var call = server.Client.Count(new CountRequest { To = -1 }, cancellationToken: cancellation.Token);
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        await cancellation.CancelAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        await server.Log.Cancelled.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_disposed_call_ends_at_the_server()
    {
        await using var server = await TestServer.StartAsync();

        using (var call = server.Client.Count(new CountRequest { To = -1 }))
            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));

        await server.Log.Cancelled.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task A_channel_to_nowhere_is_unavailable()
    {
        using var channel = Grpc.Net.Client.GrpcChannel.ForAddress("http://127.0.0.1:1");
        var client = new Wire.EchoService.EchoServiceClient(channel);

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await client.SayAsync(new SayRequest { Text = "hello" }));

        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
        Assert.NotNull(failure.Status.DebugException);
        Assert.Same(failure.Status.DebugException, failure.InnerException);
    }
}
