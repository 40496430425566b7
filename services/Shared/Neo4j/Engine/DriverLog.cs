using Microsoft.Extensions.Logging;
using Driver = Neo4j.Driver;

namespace GeoGraph.Neo4j.Engine;

/// <summary>Passes on what the driver logs. Its texts may name servers and queries and stay in the log.</summary>
internal sealed class DriverLog(ILogger logger) : Driver.ILogger
{
    public void Error(Exception cause, string message, params object[] args) => Log.Driver(logger, LogLevel.Warning, Text(message, args), cause);

    public void Warn(Exception cause, string message, params object[] args) => Log.Driver(logger, LogLevel.Warning, Text(message, args), cause);

    public void Info(string message, params object[] args) => Log.Driver(logger, LogLevel.Debug, Text(message, args), null);

    public void Debug(string message, params object[] args) => Log.Driver(logger, LogLevel.Trace, Text(message, args), null);

    public void Trace(string message, params object[] args) => Log.Driver(logger, LogLevel.Trace, Text(message, args), null);

    public bool IsTraceEnabled() => false;

    public bool IsDebugEnabled() => logger.IsEnabled(LogLevel.Trace);

    private static string Text(string message, object[] args) => args is null or [] ? message : string.Format(null, message, args);
}
