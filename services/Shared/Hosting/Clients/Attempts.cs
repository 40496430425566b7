using Grpc.Core;
using Grpc.Core.Interceptors;

namespace GeoGraph.Hosting.Clients;

/// <summary>The attempts of one unary call, and what its caller may ask of it: headers, status and trailers are those of the last attempt.</summary>
internal sealed class Attempts<TRequest, TResponse>(
    TRequest request,
    ClientInterceptorContext<TRequest, TResponse> context,
    Interceptor.AsyncUnaryCallContinuation<TRequest, TResponse> continuation) : IDisposable
    where TRequest : class
    where TResponse : class
{
    private readonly CancellationTokenSource _cancelled = new();
    private readonly TaskCompletionSource<Metadata> _headers = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile AsyncUnaryCall<TResponse>? _last;

    public TRequest Request => request;

    /// <summary>Is cancelled with the call.</summary>
    public CancellationToken Token => _cancelled.Token;

    /// <summary>The headers of the answer, once it is there.</summary>
    public Task<Metadata> Headers => _headers.Task;

    /// <summary>The last attempt.</summary>
    public AsyncUnaryCall<TResponse> Last => _last ?? throw new InvalidOperationException("the call was not sent.");

    /// <summary>Passes the caller's cancellation on until the registration is disposed of, so that a lasting token keeps no ended call.</summary>
    public CancellationTokenRegistration FollowCaller() =>
        context.Options.CancellationToken.UnsafeRegister(static cancelled => ((CancellationTokenSource)cancelled!).Cancel(), _cancelled);

    /// <summary>Sends the request once.</summary>
    public async Task<TResponse> SendAsync(CancellationToken cancellationToken)
    {
        var attempt = continuation(request, new(context.Method, context.Host, context.Options.WithCancellationToken(cancellationToken)));
        _last = attempt;
        var response = await attempt.ResponseAsync;
        _headers.TrySetResult(await attempt.ResponseHeadersAsync);
        return response;
    }

    /// <summary>No further attempt follows.</summary>
    public void End() => _headers.TrySetResult([]);

    /// <summary>Cancels the call if it has not ended.</summary>
    public void Dispose()
    {
        _cancelled.Cancel();
        _last?.Dispose();
    }
}
