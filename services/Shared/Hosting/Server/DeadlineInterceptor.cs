using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Options;

namespace GeoGraph.Hosting.Server;

/// <summary>Gives calls that come without a deadline one of the server's, so that no call holds a place for ever.</summary>
internal sealed class DeadlineInterceptor(IOptions<ServerOptions> options, TimeProvider time) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (context.Deadline != DateTime.MaxValue)
            return await continuation(request, context);
        using var bounded = new BoundedCallContext(context, options.Value.DefaultDeadline, time);
        try
        {
            return await continuation(request, bounded);
        }
        catch (OperationCanceledException) when (bounded.HasTimedOut)
        {
            throw Exceeded(options.Value.DefaultDeadline);
        }
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        if (context.Deadline != DateTime.MaxValue)
            return await continuation(requestStream, context);
        using var bounded = new BoundedCallContext(context, options.Value.DefaultUploadDeadline, time);
        try
        {
            return await continuation(requestStream, bounded);
        }
        catch (OperationCanceledException) when (bounded.HasTimedOut)
        {
            throw Exceeded(options.Value.DefaultUploadDeadline);
        }
    }

    private static RpcException Exceeded(TimeSpan limit) =>
        new(new Status(StatusCode.DeadlineExceeded, $"the call set no deadline and took longer than the server's {limit:g}."));
}
