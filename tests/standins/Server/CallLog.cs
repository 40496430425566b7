using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace GeoGraph.StandIns.Tests.Server;

/// <summary>What the server saw, for tests to look at.</summary>
internal sealed class CallLog
{
    public ConcurrentQueue<string> Intercepted { get; } = [];

    /// <summary>Ends when a waiting call ends.</summary>
    public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string? RequestEncoding { get; private set; }

    public string? ResponseEncoding { get; private set; }

    public string Method { get; private set; } = "";

    public string Host { get; private set; } = "";

    public string Peer { get; private set; } = "";

    public DateTime Deadline { get; private set; }

    public bool PeerIsAuthenticated { get; private set; }

    public IReadOnlyList<Metadata.Entry> Headers { get; private set; } = [];

    public object? UserState { get; private set; }

    /// <summary>Middleware that notes the encodings on the wire, which gRPC keeps from its services.</summary>
    public Task NoteEncodingsAsync(HttpContext context, RequestDelegate next)
    {
        RequestEncoding = context.Request.Headers["grpc-encoding"];
        context.Response.OnStarting(() =>
        {
            ResponseEncoding = context.Response.Headers["grpc-encoding"];
            return Task.CompletedTask;
        });
        return next(context);
    }

    public void Seen(ServerCallContext context)
    {
        Method = context.Method;
        Host = context.Host;
        Peer = context.Peer;
        Deadline = context.Deadline;
        PeerIsAuthenticated = context.AuthContext.IsPeerAuthenticated;
        Headers = [.. context.RequestHeaders];
        UserState = context.UserState.TryGetValue("interceptor", out var state) ? state : null;
    }
}
