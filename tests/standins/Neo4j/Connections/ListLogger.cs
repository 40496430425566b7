using System.Collections.Concurrent;
using System.Globalization;

namespace GeoGraph.Neo4jDriver.Tests.Connections;

/// <summary>Keeps what is logged.</summary>
internal sealed class ListLogger : ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public void Error(Exception cause, string message, params object[] args) => Add(message, args);

    public void Warn(Exception cause, string message, params object[] args) => Add(message, args);

    public void Info(string message, params object[] args) => Add(message, args);

    public void Debug(string message, params object[] args) => Add(message, args);

    public void Trace(string message, params object[] args) => Add(message, args);

    public bool IsTraceEnabled() => true;

    public bool IsDebugEnabled() => true;

    private void Add(string message, object[] args) => Lines.Enqueue(string.Format(CultureInfo.InvariantCulture, message, args));
}
