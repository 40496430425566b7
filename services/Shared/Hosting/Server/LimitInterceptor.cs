using System.Globalization;
using GeoGraph.Core;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Options;

namespace GeoGraph.Hosting.Server;

/// <summary>
/// Refuses calls beyond the server's capacity at once, with the delay after which to try again, instead of queueing them.
/// Health and reflection are always answered.
/// </summary>
internal sealed class LimitInterceptor(IOptions<ServerOptions> options) : Interceptor
{
    private int _calls;
    private int _streams;

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (IsInfrastructure(context))
            return await continuation(request, context);
        Enter(ref _calls, options.Value.MaxConcurrentCalls);
        try
        {
            return await continuation(request, context);
        }
        finally
        {
            Interlocked.Decrement(ref _calls);
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Enter(ref _calls, options.Value.MaxConcurrentCalls);
        try
        {
            return await continuation(requestStream, context);
        }
        finally
        {
            Interlocked.Decrement(ref _calls);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        if (IsInfrastructure(context))
        {
            await continuation(request, responseStream, context);
            return;
        }
        Enter(ref _streams, options.Value.MaxConcurrentStreams);
        try
        {
            await continuation(request, responseStream, context);
        }
        finally
        {
            Interlocked.Decrement(ref _streams);
        }
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        if (IsInfrastructure(context))
        {
            await continuation(requestStream, responseStream, context);
            return;
        }
        Enter(ref _streams, options.Value.MaxConcurrentStreams);
        try
        {
            await continuation(requestStream, responseStream, context);
        }
        finally
        {
            Interlocked.Decrement(ref _streams);
        }
    }

    private static bool IsInfrastructure(ServerCallContext context) => context.Method.StartsWith("/grpc.", StringComparison.Ordinal);

    private static void Enter(ref int count, int limit)
    {
        if (Interlocked.Increment(ref count) <= limit)
            return;
        Interlocked.Decrement(ref count);
        throw new GeoGraphException(ErrorReason.Overloaded, $"the server already works on {limit} calls of this kind; try again.",
            [new("limit", limit.ToString(CultureInfo.InvariantCulture))]);
    }
}
