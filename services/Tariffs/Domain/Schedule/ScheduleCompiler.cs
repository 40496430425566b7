namespace GeoGraph.Tariffs;

/// <summary>
/// Makes a <see cref="CompiledSchedule"/> of data. Data with mistakes never stops it: what cannot be used is left out,
/// reported with the reason, and named by every answer that it could touch.
/// </summary>
internal static class ScheduleCompiler
{
    /// <summary>Compiles a schedule. Where many follow one another, <see cref="LiveSchedule"/> compiles only what changes.</summary>
    public static CompiledSchedule Compile(ScheduleSource source) => new LiveSchedule().Take(source);
}
