using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace GeoGraph.ServiceTests.Exposure;

/// <summary>Counts what a host logs by the first word, which names the event.</summary>
internal sealed class EventLog : ILoggerProvider
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public int Count(string name) => _counts.GetValueOrDefault(name);

    public ILogger CreateLogger(string categoryName) => new Category(_counts);

    public void Dispose()
    {
    }

    private sealed class Category(ConcurrentDictionary<string, int> counts) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            counts.AddOrUpdate(formatter(state, exception).Split(' ')[0], 1, (_, count) => count + 1);
    }
}
