using Microsoft.Extensions.Logging;

namespace GeoGraph.Neo4j;

/// <summary>What the store tells its host.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "store.opened {Store} at revision {Revision}, history from {Oldest}")]
    public static partial void Opened(ILogger logger, string store, long revision, long oldest);

    [LoggerMessage(2, LogLevel.Information, "store.trimmed history before revision {Oldest}, {Versions} versions gone")]
    public static partial void Trimmed(ILogger logger, long oldest, long versions);

    [LoggerMessage(3, LogLevel.Warning, "store.unready")]
    public static partial void Unready(ILogger logger, Exception error);

    [LoggerMessage(4, LogLevel.Debug, "store.repaired the head of {Store} from revision {Published} to {Revision}")]
    public static partial void Repaired(ILogger logger, string store, long published, long revision);

    [LoggerMessage(5, LogLevel.Warning, "store.unpublished revision {Revision}; the next writer or reader publishes it")]
    public static partial void Unpublished(ILogger logger, long revision, Exception error);

    [LoggerMessage(EventId = 6, Message = "store.driver {Message}")]
    public static partial void Driver(ILogger logger, LogLevel level, string message, Exception? error);
}
