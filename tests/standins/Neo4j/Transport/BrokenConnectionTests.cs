using GeoGraph.Neo4jDriver.Tests.PackStream;
using Neo4j.Driver.Internal.Transport;

namespace GeoGraph.Neo4jDriver.Tests.Transport;

/// <summary>Connections that break, fall silent or are closed while they are used.</summary>
public sealed class BrokenConnectionTests
{
    private static readonly byte[] Message = Wire.Sent(writer => writer.Write("forty-two"));

    [Fact]
    public async Task A_message_torn_anywhere_is_never_taken_for_whole()
    {
        for (var length = 0; length < Message.Length; length++)
        {
            var part = Message[..length];
            await using var server = FakeServer.Talking(async (stream, end) => await stream.WriteAsync(part, end));
            await using var transport = await server.ConnectAsync();
            await Assert.ThrowsAsync<ServiceUnavailableException>(() => NextAsync(transport));
            Assert.True(transport.IsBroken);
        }
    }

    [Fact]
    public async Task A_broken_connection_fails_every_later_call()
    {
        await using var server = FakeServer.Talking((_, _) => Task.CompletedTask);
        await using var transport = await server.ConnectAsync();
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => NextAsync(transport));
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => NextAsync(transport));
        await Assert.ThrowsAsync<ServiceUnavailableException>(async () => await transport.SendUrgentAsync(Message, CancellationToken.None));
    }

    [Fact]
    public async Task A_server_silent_for_longer_than_it_may_be_is_given_up()
    {
        await using var server = FakeServer.Talking(FakeServer.SilenceAsync);
        await using var transport = await server.ConnectAsync();
        transport.ReadTimeout = TimeSpan.FromMilliseconds(200);
        var failure = await Assert.ThrowsAsync<ConnectionReadTimeoutException>(() => NextAsync(transport));
        Assert.Contains("no sign of life for 0.2 s", failure.Message, StringComparison.Ordinal);
        Assert.True(transport.IsBroken);
    }

    [Fact]
    public async Task A_server_that_takes_nothing_is_given_up()
    {
        await using var server = FakeServer.Talking(FakeServer.SilenceAsync);
        await using var transport = await server.ConnectAsync();
        transport.ReadTimeout = TimeSpan.FromMilliseconds(200);
        await Assert.ThrowsAsync<ConnectionReadTimeoutException>(async () => await transport.SendUrgentAsync(new byte[64 * 1024 * 1024], CancellationToken.None));
    }

    [Fact]
    public async Task A_wait_that_is_cancelled_ends_and_closes_the_connection()
    {
        await using var server = FakeServer.Talking(FakeServer.SilenceAsync);
        foreach (var timeout in new TimeSpan?[] { null, TimeSpan.FromMinutes(1) })
        {
            await using var transport = await server.ConnectAsync();
            transport.ReadTimeout = timeout;
            using var cancellation = new CancellationTokenSource();
            var waiting = transport.ReceiveAsync(cancellation.Token).AsTask();
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
            Assert.True(transport.IsBroken);
        }
    }

    [Fact]
    public async Task Aborting_ends_a_wait()
    {
        await using var server = FakeServer.Talking(FakeServer.SilenceAsync);
        await using var transport = await server.ConnectAsync();
        var waiting = transport.ReceiveAsync(CancellationToken.None).AsTask();
        transport.Abort();
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => waiting);
    }

    [Fact]
    public async Task A_timer_is_not_left_over_from_one_wait_to_the_next()
    {
        var next = new SemaphoreSlim(0);
        await using var server = FakeServer.Talking(async (stream, end) =>
        {
            while (true)
            {
                await next.WaitAsync(end);
                await stream.WriteAsync(Message, end);
            }
        });
        await using var transport = await server.ConnectAsync();
        transport.ReadTimeout = TimeSpan.FromSeconds(2);
        for (var i = 0; i < 2_000; i++)
        {
            var waiting = NextAsync(transport);
            next.Release();
            Assert.Equal("forty-two", await waiting);
        }
    }

    [Fact]
    public async Task Messages_sent_at_once_by_several_callers_stay_whole()
    {
        const int callers = 8, each = 50;
        var received = new TaskCompletionSource<List<byte[]>>();
        var large = Wire.Sent(writer => writer.Write(new string('x', 100_000)));
        await using var server = FakeServer.Talking(async (stream, end) =>
        {
            var bytes = new byte[callers * each * large.Length];
            await stream.ReadExactlyAsync(bytes, end);
            received.SetResult(Wire.Messages(bytes));
        });
        await using var transport = await server.ConnectAsync();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < each; i++)
                await transport.SendUrgentAsync(large, CancellationToken.None);
        })));
        var messages = await received.Task;
        Assert.Equal(callers * each, messages.Count);
        Assert.All(messages, message => Assert.Equal(100_000, Assert.IsType<string>(Wire.Read(message[2..])).Length));
    }

    private static async Task<object?> NextAsync(BoltTransport transport)
    {
        while (true)
        {
            if (transport.TryTakeMessage(out var message))
                return Wire.Read(message[2..].ToArray());
            await transport.ReceiveAsync(CancellationToken.None);
        }
    }
}
