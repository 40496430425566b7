using GeoGraph.Core;
using GeoGraph.Hosting.Errors;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Polly.CircuitBreaker;

namespace GeoGraph.Hosting.Clients;

/// <summary>
/// Runs unary calls to one service through its pipelines, within one deadline for all attempts. Streams pass as they are: a feed knows where it
/// stopped and connects again by itself.
/// </summary>
internal sealed class ResilienceInterceptor(string service, ResiliencePipelines pipelines, ClientOptions options, TimeProvider time) : Interceptor
{
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var call = new Attempts<TRequest, TResponse>(request, WithDeadline(context), continuation);
        return new AsyncUnaryCall<TResponse>(RunAsync(call), call.Headers, () => call.Last.GetStatus(), () => call.Last.GetTrailers(), call.Dispose);
    }

    private ClientInterceptorContext<TRequest, TResponse> WithDeadline<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class
        where TResponse : class => context.Options.Deadline is not null ? context
        : new(context.Method, context.Host, context.Options.WithDeadline(time.GetUtcNow().UtcDateTime + options.DefaultDeadline));

    private async Task<TResponse> RunAsync<TRequest, TResponse>(Attempts<TRequest, TResponse> call)
        where TRequest : class
        where TResponse : class
    {
        using var following = call.FollowCaller();
        try
        {
            var pipeline = pipelines.For(CallKinds.Of(call.Request));
            return (TResponse)await pipeline.ExecuteAsync(static async (calls, token) => (object)await calls.SendAsync(token), call, call.Token);
        }
        catch (BrokenCircuitException)
        {
            throw new GeoGraphException(ErrorReason.DependencyUnavailable,
                $"the service {service} failed too often lately and is left alone for {options.BreakerPause:g}.", [new("service", service)]).ToRpcException();
        }
        catch (OperationCanceledException) when (call.Token.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.Cancelled, "the caller cancelled the call."));
        }
        finally
        {
            call.End();
        }
    }
}
