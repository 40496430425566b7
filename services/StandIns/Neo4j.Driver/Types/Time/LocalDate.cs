#nullable disable

using Neo4j.Driver.Internal.PackStream;
using Neo4j.Driver.Internal.Types;

namespace Neo4j.Driver;

/// <summary>A date without a zone.</summary>
public sealed class LocalDate : TemporalValue, IEquatable<LocalDate>, IComparable, IComparable<LocalDate>, IWireValue
{
    /// <summary>Orders dates; null comes first.</summary>
    public static readonly IComparer<LocalDate> Comparer = Comparer<LocalDate>.Default;

    /// <summary>The date of a moment of .NET, whose time is left out.</summary>
    public LocalDate(DateTime date)
        : this(date.Year, date.Month, date.Day)
    {
    }

    /// <summary>The date of .NET.</summary>
    public LocalDate(DateOnly date)
        : this(date.Year, date.Month, date.Day)
    {
    }

    /// <summary>A date by its parts; the year is −999 999 999 to 999 999 999.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public LocalDate(int year, int month, int day)
    {
        Temporal.CheckDate(year, month, day);
        (Year, Month, Day) = (year, month, day);
    }

    public int Year { get; }

    public int Month { get; }

    public int Day { get; }

    internal long EpochDay => Temporal.EpochDay(Year, Month, Day);

    /// <summary>Converts to midnight of the date.</summary>
    /// <exception cref="ValueOverflowException">The year is not 1 to 9999.</exception>
    public DateTime ToDateTime() => ToDateOnly().ToDateTime(TimeOnly.MinValue);

    /// <summary>Converts to the date of .NET.</summary>
    /// <exception cref="ValueOverflowException">The year is not 1 to 9999.</exception>
    public DateOnly ToDateOnly() => Year is >= 1 and <= 9999 ? new DateOnly(Year, Month, Day)
        : throw new ValueOverflowException($"Year component ({Year}) of this instance is not valid for .NET, whose years are 1 to 9999.");

    /// <inheritdoc/>
    public int CompareTo(LocalDate other) => other is null ? 1 : (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));

    /// <inheritdoc/>
    public int CompareTo(object obj) => CompareTo(Comparison.Same(this, obj));

    /// <inheritdoc/>
    public bool Equals(LocalDate other) => other is not null && CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object obj) => Equals(obj as LocalDate);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Year, Month, Day);

    /// <summary>Writes the date as ISO 8601 does.</summary>
    public override string ToString() => IsoText.Date(Year, Month, Day);

    public static bool operator <(LocalDate left, LocalDate right) => left.CompareTo(right) < 0;

    public static bool operator >(LocalDate left, LocalDate right) => left.CompareTo(right) > 0;

    public static bool operator <=(LocalDate left, LocalDate right) => left.CompareTo(right) <= 0;

    public static bool operator >=(LocalDate left, LocalDate right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    protected override DateTime ConvertToDateTime() => ToDateTime();

    void IWireValue.WriteTo(PackStreamWriter writer)
    {
        writer.BeginStructure(StructureTag.Date, 1);
        writer.Write(EpochDay);
    }
}
