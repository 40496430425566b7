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
            if (IsEnabled(logLevel))
                errors.Enqueue($"{name}: {formatter(state, exception)} {exception}");
        }
    }
}
