using System.Diagnostics;
using GeoGraph.Core;
using GeoGraph.Hosting.Server;
using GeoGraph.Hosting.Telemetry;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;

namespace GeoGraph.Hosting.Errors;

/// <summary>
/// Turns everything that a call throws into a status: errors with their reason, cancellation with its cause, and any other exception
/// into a fixed text whose trace id leads to the log.
/// </summary>
internal sealed class StatusInterceptor(Draining draining, TimeProvider time, CallMetrics metrics, ILogger<StatusInterceptor> log) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        TResponse? response = null;
        await RunAsync(context, async () => response = await continuation(request, context));
        return response!;
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        TResponse? response = null;
        await RunAsync(context, async () => response = await continuation(requestStream, context));
        return response!;
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        RunAsync(context, () => continuation(request, responseStream, context));

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        RunAsync(context, () => continuation(requestStream, responseStream, context));

    private async Task RunAsync(ServerCallContext context, Func<Task> call)
    {
        var started = time.GetTimestamp();
        try
        {
            await call();
            metrics.Record(context.Method, StatusCode.OK, "", time.GetElapsedTime(started));
        }
        catch (Exception error)
        {
            var (failure, reason) = Map(error, context);
            metrics.Record(context.Method, failure.StatusCode, reason, time.GetElapsedTime(started));
            throw failure;
        }
    }

    private (RpcException Failure, string Reason) Map(Exception error, ServerCallContext context)
    {
        switch (error)
        {
            case GeoGraphException refusal:
                if (refusal.InnerException is not null || refusal.Reason == ErrorReason.Internal)
                    Log.CallRefused(log, refusal, context.Method, refusal.Reason);
                return (refusal.ToRpcException(), ReasonMapping.Of(refusal.Reason).WireName);
            case OperationCanceledException when context.CancellationToken.IsCancellationRequested:
                return (Ended(context), "");
            case OperationCanceledException when draining.WatchesEnd.IsCancellationRequested:
                return Known(new GeoGraphException(ErrorReason.NotReady, "the server is shutting down; connect again.", [new("waiting_for", "restart")]));
            case IOException when context.CancellationToken.IsCancellationRequested:
                return (Ended(context), "");
            case RpcException own when context.Method.StartsWith("/grpc.", StringComparison.Ordinal):
                return (own, "");
            case RpcException failed:
                return FromDependency(failed, context);
            default:
                return Fault(error, context);
        }
    }

    private RpcException Ended(ServerCallContext context) => context.Deadline <= time.GetUtcNow().UtcDateTime
        ? new RpcException(new Status(StatusCode.DeadlineExceeded, "the call's deadline passed."))
        : new RpcException(new Status(StatusCode.Cancelled, "the caller cancelled the call."));

    // Another service's refusal of what this call asked of it is this call's too; its silence or fault is not. The server's own
    // refusals before a handler sees the message (its deadline, a message too large), and calls that it has no handler for, come this way as well.
    private (RpcException Failure, string Reason) FromDependency(RpcException failed, ServerCallContext context)
    {
        if (context.CancellationToken.IsCancellationRequested)
            return (Ended(context), "");
        if (failed.GetRpcStatus(ignoreParseError: true) is { } status && failed.StatusCode != StatusCode.Internal)
            return (status.ToRpcException(), "DEPENDENCY");
        return failed.StatusCode switch
        {
            StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted or StatusCode.Unimplemented => (new RpcException(failed.Status), ""),
            StatusCode.Unavailable => Known(new GeoGraphException(ErrorReason.DependencyUnavailable, "a service that the answer needs does not answer.", inner: failed)),
            _ => Fault(failed, context),
        };
    }

    private static (RpcException Failure, string Reason) Known(GeoGraphException error) =>
        (error.ToRpcException(), ReasonMapping.Of(error.Reason).WireName);

    private (RpcException Failure, string Reason) Fault(Exception error, ServerCallContext context)
    {
        var traceId = Activity.Current?.TraceId.ToString() ?? Guid.NewGuid().ToString("n");
        Log.CallFailed(log, error, context.Method, traceId);
        return Known(new GeoGraphException(ErrorReason.Internal, "a fault in the server; its log has it under the trace id.", [new("trace_id", traceId)]));
    }
}
