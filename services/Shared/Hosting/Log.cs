using GeoGraph.Core;
using Microsoft.Extensions.Logging;

namespace GeoGraph.Hosting;

/// <summary>What a host writes to its log.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "call.failed {Method} trace {TraceId}")]
    public static partial void CallFailed(ILogger log, Exception error, string method, string traceId);

    [LoggerMessage(2, LogLevel.Warning, "call.refused {Method} {Reason}")]
    public static partial void CallRefused(ILogger log, Exception error, string method, ErrorReason reason);

    [LoggerMessage(4, LogLevel.Warning, "client.retry {Service} attempt {Attempt} after {Delay}")]
    public static partial void ClientRetry(ILogger log, string service, int attempt, TimeSpan delay);

    [LoggerMessage(5, LogLevel.Warning, "client.circuit_opened {Service} for {Duration}")]
    public static partial void CircuitOpened(ILogger log, string service, TimeSpan duration);

    [LoggerMessage(6, LogLevel.Information, "client.circuit_closed {Service}")]
    public static partial void CircuitClosed(ILogger log, string service);

    [LoggerMessage(7, LogLevel.Information, "feed.loaded revision {Revision}")]
    public static partial void FeedLoaded(ILogger log, Revision revision);

    [LoggerMessage(8, LogLevel.Warning, "feed.broken at revision {Revision}; resumes in {Delay}")]
    public static partial void FeedBroken(ILogger log, Exception error, string revision, TimeSpan delay);

    [LoggerMessage(9, LogLevel.Warning, "feed.starts_over from an export, as revision {Revision} cannot be followed; in {Delay}")]
    public static partial void FeedStartsOver(ILogger log, Exception error, string revision, TimeSpan delay);

    [LoggerMessage(10, LogLevel.Warning, "store.not_opened; the next call tries again")]
    public static partial void StoreNotOpened(ILogger log, Exception error);
}
