using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace GeoGraph.ServiceTests;

/// <summary>Keeps what a host logs as an error, so that a test can expect it or fail on it.</summary>
internal sealed class ErrorLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _errors = new();

    /// <summary>What was logged and not yet taken, in order.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (_errors.TryDequeue(out var error))
            taken.Add(error);
        return taken;
    }

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Category(ErrorLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && !IsHangUp(exception))
                log._errors.Enqueue($"{name}: {formatter(state, exception)} {exception}");
        }

        // A caller that hangs up while its request is read, as a watch of a host that stops, is no fault of the server.
        private static bool IsHangUp(Exception? exception) => exception is IOException { Message: "The client reset the request stream." };
    }
}
