namespace Grpc.Core;

/// <summary>What every kind of call offers beside its messages: headers, status, trailers, disposal.</summary>
internal readonly struct CallState
{
    private readonly object? state;
    private readonly object headers;
    private readonly object status;
    private readonly object trailers;
    private readonly object dispose;

    public CallState(Task<Metadata> headers, Func<Status> status, Func<Metadata> trailers, Action dispose)
    {
        state = null;
        this.headers = headers ?? throw new ArgumentNullException(nameof(headers));
        this.status = status ?? throw new ArgumentNullException(nameof(status));
        this.trailers = trailers ?? throw new ArgumentNullException(nameof(trailers));
        this.dispose = dispose ?? throw new ArgumentNullException(nameof(dispose));
    }

    public CallState(
        Func<object, Task<Metadata>> headers,
        Func<object, Status> status,
        Func<object, Metadata> trailers,
        Action<object> dispose,
        object state)
    {
        this.state = state ?? throw new ArgumentNullException(nameof(state));
        this.headers = headers ?? throw new ArgumentNullException(nameof(headers));
        this.status = status ?? throw new ArgumentNullException(nameof(status));
        this.trailers = trailers ?? throw new ArgumentNullException(nameof(trailers));
        this.dispose = dispose ?? throw new ArgumentNullException(nameof(dispose));
    }

    public Task<Metadata> Headers => state is null ? (Task<Metadata>)headers : ((Func<object, Task<Metadata>>)headers)(state);

    public Status Status => state is null ? ((Func<Status>)status)() : ((Func<object, Status>)status)(state);

    public Metadata Trailers => state is null ? ((Func<Metadata>)trailers)() : ((Func<object, Metadata>)trailers)(state);

    public void Dispose()
    {
        if (state is null)
            ((Action)dispose)();
        else
            ((Action<object>)dispose)(state);
    }
}
