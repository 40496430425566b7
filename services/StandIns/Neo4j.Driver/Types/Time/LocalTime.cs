#nullable disable

using Neo4j.Driver.Internal.PackStream;
using Neo4j.Driver.Internal.Types;

namespace Neo4j.Driver;

/// <summary>A time of day without a zone.</summary>
public sealed class LocalTime : TemporalValue, IEquatable<LocalTime>, IComparable, IComparable<LocalTime>, IWireValue
{
    /// <summary>Orders times; null comes first.</summary>
    public static readonly IComparer<LocalTime> Comparer = Comparer<LocalTime>.Default;

    /// <summary>The time of a moment of .NET, whose date is left out.</summary>
    public LocalTime(DateTime time)
        : this(time.TimeOfDay)
    {
    }

    /// <summary>The time of .NET.</summary>
    public LocalTime(TimeOnly time)
        : this(time.ToTimeSpan())
    {
    }

    /// <summary>The time so long after midnight.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or a day or more.</exception>
    public LocalTime(TimeSpan time)
        : this(WithinDay(time).Hours, time.Minutes, time.Seconds, Temporal.NanosOfTicks(time.Ticks))
    {
    }

    /// <summary>A time by its parts.</summary>
    public LocalTime(int hour, int minute, int second)
        : this(hour, minute, second, 0)
    {
    }

    /// <summary>A time by its parts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such time.</exception>
    public LocalTime(int hour, int minute, int second, int nanosecond)
    {
        Temporal.CheckTime(hour, minute, second, nanosecond);
        (Hour, Minute, Second, Nanosecond) = (hour, minute, second, nanosecond);
    }

    public int Hour { get; }

    public int Minute { get; }

    public int Second { get; }

    public int Nanosecond { get; }

    internal long NanoOfDay => Temporal.NanoOfDay(Hour, Minute, Second, Nanosecond);

    /// <summary>Converts to the time after midnight.</summary>
    /// <exception cref="ValueTruncationException">The nanosecond is no multiple of 100.</exception>
    public TimeSpan ToTimeSpan() => new TimeSpan(Hour, Minute, Second) + TimeSpan.FromTicks(Temporal.TicksOfNanos(Nanosecond, nameof(TimeSpan)));

    /// <summary>Converts to the time of .NET.</summary>
    /// <exception cref="ValueTruncationException">The nanosecond is no multiple of 100.</exception>
    public TimeOnly ToTimeOnly() => TimeOnly.FromTimeSpan(ToTimeSpan());

    /// <inheritdoc/>
    public int CompareTo(LocalTime other) => other is null ? 1 : NanoOfDay.CompareTo(other.NanoOfDay);

    /// <inheritdoc/>
    public int CompareTo(object obj) => CompareTo(Comparison.Same(this, obj));

    /// <inheritdoc/>
    public bool Equals(LocalTime other) => other is not null && CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object obj) => Equals(obj as LocalTime);

    /// <inheritdoc/>
    public override int GetHashCode() => NanoOfDay.GetHashCode();

    /// <summary>Writes the time as ISO 8601 does.</summary>
    public override string ToString() => IsoText.Time(Hour, Minute, Second, Nanosecond);

    public static bool operator <(LocalTime left, LocalTime right) => left.CompareTo(right) < 0;

    public static bool operator >(LocalTime left, LocalTime right) => left.CompareTo(right) > 0;

    public static bool operator <=(LocalTime left, LocalTime right) => left.CompareTo(right) <= 0;

    public static bool operator >=(LocalTime left, LocalTime right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    protected override TimeSpan ConvertToTimeSpan() => ToTimeSpan();

    private static TimeSpan WithinDay(TimeSpan time)
    {
        Temporal.Check(time.Ticks, 0, TimeSpan.TicksPerDay - 1, nameof(time));
        return time;
    }

    void IWireValue.WriteTo(PackStreamWriter writer)
    {
        writer.BeginStructure(StructureTag.LocalTime, 1);
        writer.Write(NanoOfDay);
    }
}
