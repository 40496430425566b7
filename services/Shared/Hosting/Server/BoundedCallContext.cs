using Grpc.Core;

namespace GeoGraph.Hosting.Server;

/// <summary>A call with a deadline that the caller did not set; all else is the call's own.</summary>
internal sealed class BoundedCallContext : ServerCallContext, IDisposable
{
    // Where Grpc.AspNetCore.Server looks for the HTTP context of a call context that is not its own.
    private const string HttpContextKey = "__HttpContext";
    private readonly ServerCallContext _call;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _either;

    public BoundedCallContext(ServerCallContext call, TimeSpan limit, TimeProvider time)
    {
        _call = call;
        call.UserState[HttpContextKey] = call.GetHttpContext();
        _timer = new CancellationTokenSource(limit, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken, _timer.Token);
        DeadlineCore = time.GetUtcNow().UtcDateTime + limit;
    }

    /// <summary>True where the server's deadline ended the call, and not the caller.</summary>
    public bool HasTimedOut => _timer.IsCancellationRequested && !_call.CancellationToken.IsCancellationRequested;

    protected override DateTime DeadlineCore { get; }

    protected override CancellationToken CancellationTokenCore => _either.Token;

    protected override string MethodCore => _call.Method;

    protected override string HostCore => _call.Host;

    protected override string PeerCore => _call.Peer;

    protected override Metadata RequestHeadersCore => _call.RequestHeaders;

    protected override Metadata ResponseTrailersCore => _call.ResponseTrailers;

    protected override Status StatusCore
    {
        get => _call.Status;
        set => _call.Status = value;
    }

    protected override WriteOptions? WriteOptionsCore
    {
        get => _call.WriteOptions;
        set => _call.WriteOptions = value;
    }

    protected override AuthContext AuthContextCore => _call.AuthContext;

    protected override IDictionary<object, object> UserStateCore => _call.UserState;

    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders) => _call.WriteResponseHeadersAsync(responseHeaders);

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
        _call.CreatePropagationToken(options);
}
