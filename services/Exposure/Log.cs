using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Feed;

namespace GeoGraph.Exposure;

/// <summary>What the service writes to its log.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "graph.compiled revision {Revision}: {Relations} relations, {Refused} refused, {Faults} faults")]
    public static partial void Compiled(ILogger log, Revision revision, int relations, int refused, int faults);

    [LoggerMessage(2, LogLevel.Warning, "graph.data_fault {Id} {Fault}: {Detail}")]
    public static partial void DataFaulty(ILogger log, EntityId id, DataFault fault, string detail);

    [LoggerMessage(3, LogLevel.Information, "graph.compiled_exact revision {Revision}")]
    public static partial void CompiledExact(ILogger log, Revision revision);

    [LoggerMessage(4, LogLevel.Information, "graph.not_held {Relations} relations with hold {Hold}: each question reads the neighbourhood of what it names")]
    public static partial void NotHeld(ILogger log, long relations, Hold hold);
}
