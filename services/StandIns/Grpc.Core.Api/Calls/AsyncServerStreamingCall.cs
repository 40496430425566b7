namespace Grpc.Core;

/// <summary>A call of one request and a stream of responses.</summary>
public sealed class AsyncServerStreamingCall<TResponse> : IDisposable
{
    private readonly CallState state;

    public AsyncServerStreamingCall(
        IAsyncStreamReader<TResponse> responseStream,
        Task<Metadata> responseHeadersAsync,
        Func<Status> getStatusFunc,
        Func<Metadata> getTrailersFunc,
        Action disposeAction)
    {
        ResponseStream = responseStream ?? throw new ArgumentNullException(nameof(responseStream));
        state = new CallState(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction);
    }

    public AsyncServerStreamingCall(
        IAsyncStreamReader<TResponse> responseStream,
        Func<object, Task<Metadata>> responseHeadersAsync,
        Func<object, Status> getStatusFunc,
        Func<object, Metadata> getTrailersFunc,
        Action<object> disposeAction,
        object state)
    {
        ResponseStream = responseStream ?? throw new ArgumentNullException(nameof(responseStream));
        this.state = new CallState(responseHeadersAsync, getStatusFunc, getTrailersFunc, disposeAction, state);
    }

    public IAsyncStreamReader<TResponse> ResponseStream { get; }

    public Task<Metadata> ResponseHeadersAsync => state.Headers;

    /// <summary>The status, once the call has ended.</summary>
    public Status GetStatus() => state.Status;

    /// <summary>The trailers, once the call has ended.</summary>
    public Metadata GetTrailers() => state.Trailers;

    /// <summary>Cancels the call if it has not ended, and frees what it holds.</summary>
    public void Dispose() => state.Dispose();
}
