#nullable disable

using Neo4j.Driver.Internal.PackStream;
using Neo4j.Driver.Internal.Types;

namespace Neo4j.Driver;

/// <summary>A time of day with its distance from UTC.</summary>
public sealed class OffsetTime : TemporalValue, IEquatable<OffsetTime>, IComparable, IComparable<OffsetTime>, IWireValue
{
    /// <summary>Orders times by the moment that they mean on one day; null comes first.</summary>
    public static readonly IComparer<OffsetTime> Comparer = Comparer<OffsetTime>.Default;

    /// <summary>The time of a moment of .NET, whose date is left out.</summary>
    public OffsetTime(DateTime time, TimeSpan offset)
        : this(time.TimeOfDay, offset)
    {
    }

    /// <summary>The time so long after midnight.</summary>
    public OffsetTime(TimeSpan time, TimeSpan offset)
        : this(time.Hours, time.Minutes, time.Seconds, Temporal.NanosOfTicks(time.Ticks), (int)offset.TotalSeconds)
    {
    }

    /// <summary>A time by its parts.</summary>
    public OffsetTime(int hour, int minute, int second, int offsetSeconds)
        : this(hour, minute, second, 0, offsetSeconds)
    {
    }

    /// <summary>A time by its parts; the distance from UTC is at most 18 hours.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such time.</exception>
    public OffsetTime(int hour, int minute, int second, int nanosecond, int offsetSeconds)
    {
        Temporal.CheckTime(hour, minute, second, nanosecond);
        Temporal.Check(offsetSeconds, -Temporal.OffsetMax, Temporal.OffsetMax, nameof(offsetSeconds));
        (Hour, Minute, Second, Nanosecond, OffsetSeconds) = (hour, minute, second, nanosecond, offsetSeconds);
    }

    public int Hour { get; }

    public int Minute { get; }

    public int Second { get; }

    public int Nanosecond { get; }

    /// <summary>Gets the distance from UTC in seconds, positive to the east.</summary>
    public int OffsetSeconds { get; }

    private long NanoOfDay => Temporal.NanoOfDay(Hour, Minute, Second, Nanosecond);

    private long UtcNano => NanoOfDay - OffsetSeconds * Temporal.NanosPerSecond;

    /// <inheritdoc/>
    public int CompareTo(OffsetTime other) => other is null ? 1 : (UtcNano, OffsetSeconds).CompareTo((other.UtcNano, other.OffsetSeconds));

    /// <inheritdoc/>
    public int CompareTo(object obj) => CompareTo(Comparison.Same(this, obj));

    /// <inheritdoc/>
    public bool Equals(OffsetTime other) => other is not null && CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object obj) => Equals(obj as OffsetTime);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(NanoOfDay, OffsetSeconds);

    /// <summary>Writes the time as ISO 8601 does.</summary>
    public override string ToString() => IsoText.Time(Hour, Minute, Second, Nanosecond) + IsoText.Offset(OffsetSeconds);

    public static bool operator <(OffsetTime left, OffsetTime right) => left.CompareTo(right) < 0;

    public static bool operator >(OffsetTime left, OffsetTime right) => left.CompareTo(right) > 0;

    public static bool operator <=(OffsetTime left, OffsetTime right) => left.CompareTo(right) <= 0;

    public static bool operator >=(OffsetTime left, OffsetTime right) => left.CompareTo(right) >= 0;

    void IWireValue.WriteTo(PackStreamWriter writer)
    {
        writer.BeginStructure(StructureTag.Time, 2);
        writer.Write(NanoOfDay);
        writer.Write((long)OffsetSeconds);
    }
}
