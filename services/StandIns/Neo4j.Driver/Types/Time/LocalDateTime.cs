#nullable disable

using Neo4j.Driver.Internal.PackStream;
using Neo4j.Driver.Internal.Types;

namespace Neo4j.Driver;

/// <summary>A date and a time without a zone.</summary>
public sealed class LocalDateTime : TemporalValue, IEquatable<LocalDateTime>, IComparable, IComparable<LocalDateTime>, IWireValue
{
    /// <summary>Orders moments; null comes first.</summary>
    public static readonly IComparer<LocalDateTime> Comparer = Comparer<LocalDateTime>.Default;

    /// <summary>The date and time of .NET, whose kind is left out.</summary>
    public LocalDateTime(DateTime dateTime)
        : this(dateTime.Year, dateTime.Month, dateTime.Day, dateTime.Hour, dateTime.Minute, dateTime.Second, Temporal.NanosOfTicks(dateTime.Ticks))
    {
    }

    /// <summary>A date and a time by their parts.</summary>
    public LocalDateTime(int year, int month, int day, int hour, int minute, int second)
        : this(year, month, day, hour, minute, second, 0)
    {
    }

    /// <summary>A date and a time by their parts; the year is −999 999 999 to 999 999 999.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day or no such time.</exception>
    public LocalDateTime(int year, int month, int day, int hour, int minute, int second, int nanosecond)
    {
        Temporal.CheckDate(year, month, day);
        Temporal.CheckTime(hour, minute, second, nanosecond);
        (Year, Month, Day) = (year, month, day);
        (Hour, Minute, Second, Nanosecond) = (hour, minute, second, nanosecond);
    }

    public int Year { get; }

    public int Month { get; }

    public int Day { get; }

    public int Hour { get; }

    public int Minute { get; }

    public int Second { get; }

    public int Nanosecond { get; }

    /// <summary>Gets the seconds from the start of 1970, as if in UTC.</summary>
    internal long EpochSecond =>
        Temporal.EpochDay(Year, Month, Day) * Temporal.SecondsPerDay + Hour * 3600L + Minute * 60L + Second;

    /// <summary>Converts to the date and time of .NET.</summary>
    /// <exception cref="ValueOverflowException">The year is not 1 to 9999.</exception>
    /// <exception cref="ValueTruncationException">The nanosecond is no multiple of 100.</exception>
    public DateTime ToDateTime() => new LocalDate(Year, Month, Day).ToDateTime()
        + new LocalTime(Hour, Minute, Second, Nanosecond).ToTimeSpan();

    /// <inheritdoc/>
    public int CompareTo(LocalDateTime other) =>
        other is null ? 1 : (EpochSecond, Nanosecond).CompareTo((other.EpochSecond, other.Nanosecond));

    /// <inheritdoc/>
    public int CompareTo(object obj) => CompareTo(Comparison.Same(this, obj));

    /// <inheritdoc/>
    public bool Equals(LocalDateTime other) => other is not null && CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object obj) => Equals(obj as LocalDateTime);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EpochSecond, Nanosecond);

    /// <summary>Writes the date and time as ISO 8601 does.</summary>
    public override string ToString() => $"{IsoText.Date(Year, Month, Day)}T{IsoText.Time(Hour, Minute, Second, Nanosecond)}";

    public static bool operator <(LocalDateTime left, LocalDateTime right) => left.CompareTo(right) < 0;

    public static bool operator >(LocalDateTime left, LocalDateTime right) => left.CompareTo(right) > 0;

    public static bool operator <=(LocalDateTime left, LocalDateTime right) => left.CompareTo(right) <= 0;

    public static bool operator >=(LocalDateTime left, LocalDateTime right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    protected override DateTime ConvertToDateTime() => ToDateTime();

    void IWireValue.WriteTo(PackStreamWriter writer)
    {
        writer.BeginStructure(StructureTag.LocalDateTime, 2);
        writer.Write(EpochSecond);
        writer.Write((long)Nanosecond);
    }
}
