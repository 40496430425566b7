#nullable disable

using Neo4j.Driver.Internal.PackStream;
using Neo4j.Driver.Internal.Types;

namespace Neo4j.Driver;

/// <summary>A length of time in months, days, seconds and nanoseconds, each kept as it is; any but the last may be negative.</summary>
public sealed class Duration : TemporalValue, IEquatable<Duration>, IComparable, IComparable<Duration>, IWireValue
{
    // For the order alone: a month counts as the twelfth part of a mean Gregorian year.
    private const long SecondsPerMonth = 31_556_952 / 12;

    /// <summary>Orders lengths by what they come to, a month at its mean; null comes first.</summary>
    public static readonly IComparer<Duration> Comparer = Comparer<Duration>.Default;

    /// <summary>A length in seconds.</summary>
    public Duration(long seconds)
        : this(0, 0, seconds, 0)
    {
    }

    /// <summary>A length in seconds and nanoseconds.</summary>
    public Duration(long seconds, int nanos)
        : this(0, 0, seconds, nanos)
    {
    }

    /// <summary>A length in days, seconds and nanoseconds.</summary>
    public Duration(long days, long seconds, int nanos)
        : this(0, days, seconds, nanos)
    {
    }

    /// <summary>A length by its parts; the nanoseconds are 0 to 999 999 999 and count upwards from the seconds.</summary>
    public Duration(long months, long days, long seconds, int nanos)
    {
        Temporal.Check(nanos, 0, Temporal.NanosPerSecond - 1, nameof(nanos));
        (Months, Days, Seconds, Nanos) = (months, days, seconds, nanos);
    }

    public long Months { get; }

    public long Days { get; }

    public long Seconds { get; }

    public int Nanos { get; }

    private Int128 MeanSeconds => (Int128)Months * SecondsPerMonth + (Int128)Days * Temporal.SecondsPerDay + Seconds;

    /// <inheritdoc/>
    public int CompareTo(Duration other) => other is null ? 1 : (MeanSeconds, Nanos).CompareTo((other.MeanSeconds, other.Nanos));

    /// <inheritdoc/>
    public int CompareTo(object obj) => CompareTo(Comparison.Same(this, obj));

    /// <inheritdoc/>
    public bool Equals(Duration other) => other is not null
        && (Months, Days, Seconds, Nanos) == (other.Months, other.Days, other.Seconds, other.Nanos);

    /// <inheritdoc/>
    public override bool Equals(object obj) => Equals(obj as Duration);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Months, Days, Seconds, Nanos);

    /// <summary>Writes the length as ISO 8601 does.</summary>
    public override string ToString() => IsoText.Duration(Months, Days, Seconds, Nanos);

    public static bool operator <(Duration left, Duration right) => left.CompareTo(right) < 0;

    public static bool operator >(Duration left, Duration right) => left.CompareTo(right) > 0;

    public static bool operator <=(Duration left, Duration right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Duration left, Duration right) => left.CompareTo(right) >= 0;

    void IWireValue.WriteTo(PackStreamWriter writer)
    {
        writer.BeginStructure(StructureTag.Duration, 4);
        writer.Write(Months);
        writer.Write(Days);
        writer.Write(Seconds);
        writer.Write((long)Nanos);
    }
}
