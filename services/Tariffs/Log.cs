using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>What the service writes to its log.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "schedule.compiled {Token}: {Measures} measures, {Problems} problems")]
    public static partial void Compiled(ILogger log, RevisionToken token, int measures, int problems);

    [LoggerMessage(2, LogLevel.Warning, "schedule.problem {Kind} {Subject}: {Message}")]
    public static partial void Problem(ILogger log, ProblemKind kind, string subject, string message);
}
