#nullable disable

namespace Neo4j.Driver;

/// <summary>Where the driver logs to. Messages are format strings of <see cref="string.Format(string, object[])"/>.</summary>
public interface ILogger
{
    /// <summary>Logs an error.</summary>
    void Error(Exception cause, string message, params object[] args);

    /// <summary>Logs a warning.</summary>
    void Warn(Exception cause, string message, params object[] args);

    /// <summary>Logs what an operator reads.</summary>
    void Info(string message, params object[] args);

    /// <summary>Logs what a developer reads.</summary>
    void Debug(string message, params object[] args);

    /// <summary>Logs each message.</summary>
    void Trace(string message, params object[] args);

    /// <summary>Whether each message is logged.</summary>
    bool IsTraceEnabled();

    /// <summary>Whether what a developer reads is logged.</summary>
    bool IsDebugEnabled();
}
