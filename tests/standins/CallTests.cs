using System.IO.Compression;
using GeoGraph.StandIns.Tests.Server;
using GeoGraph.StandIns.Tests.Wire;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace GeoGraph.StandIns.Tests;

/// <summary>The four kinds of call, from the official client to the official server.</summary>
public sealed class CallTests
{
    [Fact]
    public async Task Unary_call_answers_and_ends_with_ok()
    {
        await using var server = await TestServer.StartAsync();

        using var call = server.Client.SayAsync(new SayRequest { Text = "hello" });
        var response = await call;

        Assert.Equal("hello", response.Text);
        Assert.Equal(1, response.SaidAt.Seconds);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
        Assert.Equal("/geograph.standins.v1.EchoService/Say", server.Log.Method);
        Assert.Equal(server.Channel.Target, server.Log.Host);
        Assert.StartsWith("ipv4:127.0.0.1:", server.Log.Peer, StringComparison.Ordinal);
        Assert.Equal(DateTime.MaxValue, server.Log.Deadline);
        Assert.False(server.Log.PeerIsAuthenticated);
    }

    [Fact]
    public async Task Blocking_unary_call_answers()
    {
        await using var server = await TestServer.StartAsync();

        var text = await Task.Run(() => server.Client.Say(new SayRequest { Text = "hello" }).Text);

        Assert.Equal("hello", text);
    }

    [Fact]
    public async Task Server_streaming_call_yields_every_message_in_order()
    {
        await using var server = await TestServer.StartAsync();

        using var call = server.Client.Count(new CountRequest { To = 1000 });
        var numbers = await call.ResponseStream.ReadAllAsync().Select(response => response.Number).ToListAsync();

        Assert.Equal(Enumerable.Range(1, 1000), numbers);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task Client_streaming_call_takes_every_message()
    {
        await using var server = await TestServer.StartAsync();

        using var call = server.Client.Sum();
        for (var number = 1; number <= 100; number++)
            await call.RequestStream.WriteAsync(new SumRequest { Number = number });
        await call.RequestStream.CompleteAsync();

        Assert.Equal(5050, (await call).Sum);
    }

    [Fact]
    public async Task Duplex_streaming_call_answers_while_requests_go_on()
    {
        await using var server = await TestServer.StartAsync();

        using var call = server.Client.Chat();
        foreach (var text in new[] { "one", "two", "three" })
        {
            await call.RequestStream.WriteAsync(new ChatRequest { Text = text });
            Assert.True(await call.ResponseStream.MoveNext());
            Assert.Equal(text, call.ResponseStream.Current.Text);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Compressed_messages_cross_both_ways(string encoding)
    {
        await using var server = await TestServer.StartAsync(services => services.Configure<GrpcServiceOptions>(options =>
        {
            options.ResponseCompressionAlgorithm = encoding;
            options.ResponseCompressionLevel = CompressionLevel.Fastest;
        }));
        var text = new string('x', 100_000);

        var response = await server.Client.SayAsync(
            new SayRequest { Text = text }, new Metadata { { "grpc-internal-encoding-request", encoding } });

        Assert.Equal(text, response.Text);
        Assert.Equal(encoding, server.Log.RequestEncoding);
        Assert.Equal(encoding, server.Log.ResponseEncoding);
    }
}
