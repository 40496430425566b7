using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace GeoGraph.Scenarios;

/// <summary>Keeps what a host logs as an error, so that no test passes over a fault of the server.</summary>
internal sealed class ErrorLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _errors = new();

    /// <summary>What was logged, in order.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    public ILogger CreateLogger(string categoryName) => new Category(_errors, categoryName);

    public void Dispose()
    {
    }

    private sealed class Category(ConcurrentQueue<string> errors, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && !IsHangUp(exception))
                errors.Enqueue($"{name}: {formatter(state, exception)} {exception}");
        }

        // A caller that hangs up while its request is read, as a watch of a host that stops, is no fault of the server.
        private static bool IsHangUp(Exception? exception) => exception is IOException { Message: "The client reset the request stream." };
    }
}
