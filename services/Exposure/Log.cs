using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure;

/// <summary>What the service writes to its log.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "feed.loaded revision {Revision}: {Actors} actors, {Relations} relations, {Refused} refused, {Faults} faults")]
    public static partial void Loaded(ILogger log, Revision revision, int actors, int relations, int refused, int faults);

    [LoggerMessage(2, LogLevel.Warning, "feed.data_fault {Id} {Fault}: {Detail}")]
    public static partial void DataFaulty(ILogger log, EntityId id, DataFault fault, string detail);

    [LoggerMessage(3, LogLevel.Debug, "feed.applied {Sets} change sets up to revision {Revision}, recompiled {Recompiled}")]
    public static partial void Applied(ILogger log, int sets, Revision revision, bool recompiled);

    [LoggerMessage(4, LogLevel.Warning, "feed.broken at revision {Revision}; resumes in {Delay}")]
    public static partial void Broken(ILogger log, Exception error, string revision, TimeSpan delay);

    [LoggerMessage(5, LogLevel.Warning, "feed.starts_over from an export, as revision {Revision} cannot be followed; in {Delay}")]
    public static partial void StartsOver(ILogger log, Exception error, string revision, TimeSpan delay);

    [LoggerMessage(6, LogLevel.Information, "feed.loaded_exact revision {Revision}")]
    public static partial void LoadedExact(ILogger log, Revision revision);
}
