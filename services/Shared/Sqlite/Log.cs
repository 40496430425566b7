using Microsoft.Extensions.Logging;

namespace GeoGraph.Sqlite;

/// <summary>What the store tells its host.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "store.opened {Store} at revision {Revision}, history from {Oldest}")]
    public static partial void Opened(ILogger logger, string store, long revision, long oldest);

    [LoggerMessage(2, LogLevel.Information, "store.trimmed history before revision {Oldest}, {Versions} versions gone")]
    public static partial void Trimmed(ILogger logger, long oldest, long versions);

    [LoggerMessage(3, LogLevel.Warning, "store.unready")]
    public static partial void Unready(ILogger logger, Exception error);
}
