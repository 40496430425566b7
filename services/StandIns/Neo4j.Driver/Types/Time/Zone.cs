#nullable disable

namespace Neo4j.Driver;

/// <summary>A time zone: a fixed distance from UTC, or a name that stands for rules.</summary>
public abstract class Zone
{
    internal Zone()
    {
    }

    /// <summary>The zone at a fixed distance from UTC, in seconds, positive to the east.</summary>
    public static Zone Of(int offsetSeconds) => new ZoneOffset(offsetSeconds);

    /// <summary>The zone of a name, such as Asia/Taipei.</summary>
    public static Zone Of(string zoneId) => new ZoneId(zoneId);

    /// <summary>The distance from UTC in seconds at a moment of UTC, given in seconds from 1970.</summary>
    internal abstract int OffsetAtUtc(long utcSeconds);

    /// <summary>The distance from UTC in seconds at a local date and time.</summary>
    internal abstract int OffsetAtLocal(LocalDateTime local);
}
