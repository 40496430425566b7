using GeoGraph.StandIns.Tests.Server;
using GeoGraph.StandIns.Tests.Wire;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace GeoGraph.StandIns.Tests;

/// <summary>Interceptors at both sides.</summary>
public sealed class InterceptorTests
{
    [Fact]
    public async Task A_server_interceptor_sees_every_kind_of_call_before_the_service()
    {
        await using var server = await TestServer.StartAsync();

        await server.Client.SayAsync(new SayRequest { Text = "hello" });
        Assert.Equal("unary", server.Log.UserState);
        using var count = server.Client.Count(new CountRequest { To = 1 });
        await count.ResponseStream.ReadAllAsync().CountAsync();
        using var sum = server.Client.Sum();
        await sum.RequestStream.CompleteAsync();
        await sum;
        using var chat = server.Client.Chat();
        await chat.RequestStream.CompleteAsync();
        await chat.ResponseStream.ReadAllAsync().CountAsync();

        Assert.Equal(["unary", "server streaming", "client streaming", "duplex streaming"], server.Log.Intercepted);
    }

    [Fact]
    public async Task Client_interceptors_see_every_kind_of_call_the_first_named_first()
    {
        await using var server = await TestServer.StartAsync();
        var seen = new List<string>();
        var client = new Wire.EchoService.EchoServiceClient(
            server.Channel.Intercept(new Recorder("a", seen), new Recorder("b", seen)));

        await client.SayAsync(new SayRequest { Text = "hello" });
        await Task.Run(() => client.Say(new SayRequest { Text = "hello" }));
        using var count = client.Count(new CountRequest { To = 1 });
        using var sum = client.Sum();
        using var chat = client.Chat();

        Assert.Equal(
            [
                "a unary Say", "b unary Say", "a blocking Say", "b blocking Say", "a server streaming Count",
                "b server streaming Count", "a client streaming Sum", "b client streaming Sum", "a duplex Chat", "b duplex Chat",
            ],
            seen);
    }

    [Fact]
    public async Task A_function_adds_headers_to_each_call()
    {
        await using var server = await TestServer.StartAsync();
        var client = new Wire.EchoService.EchoServiceClient(
            server.Channel.Intercept(headers => new Metadata { { "added", "yes" } }));

        await client.SayAsync(new SayRequest { Text = "hello" });

        Assert.Contains(server.Log.Headers, header => header.Key == "added" && header.Value == "yes");
    }

    [Fact]
    public void A_client_with_a_host_names_it_in_each_call()
    {
        var hosts = new List<string?>();
        var client = new Wire.EchoService.EchoServiceClient(new HostRecorder(hosts));

        Assert.Throws<NotSupportedException>(() => client.Say(new SayRequest()));
        Assert.Throws<NotSupportedException>(() => client.WithHost("other").Say(new SayRequest()));

        Assert.Equal([null, "other"], hosts);
    }

    private sealed class Recorder(string name, List<string> seen) : Interceptor
    {
        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            BlockingUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            seen.Add($"{name} blocking {context.Method.Name}");
            return continuation(request, context);
        }

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            seen.Add($"{name} unary {context.Method.Name}");
            return continuation(request, context);
        }

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            seen.Add($"{name} server streaming {context.Method.Name}");
            return continuation(request, context);
        }

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            seen.Add($"{name} client streaming {context.Method.Name}");
            return continuation(context);
        }

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            seen.Add($"{name} duplex {context.Method.Name}");
            return continuation(context);
        }
    }
}
