#nullable disable

using Neo4j.Driver.Internal.PackStream;
using Neo4j.Driver.Internal.Types;

namespace Neo4j.Driver;

/// <summary>A moment, with the zone that its date and time are read in.</summary>
/// <remarks>
/// The moment and the zone are what is kept and sent. In a zone with a name the parts of the date and time come from the
/// rules that this machine knows for it: where it knows none, they end in a <see cref="TimeZoneNotFoundException"/>.
/// </remarks>
public sealed class ZonedDateTime : TemporalValue, IEquatable<ZonedDateTime>, IComparable, IComparable<ZonedDateTime>, IWireValue
{
    /// <summary>Orders values by the moment; null comes first.</summary>
    public static readonly IComparer<ZonedDateTime> Comparer = Comparer<ZonedDateTime>.Default;

    private LocalDateTime _local;

    /// <summary>The moment so long after the start of 1970 in UTC.</summary>
    public ZonedDateTime(long utcSeconds, int nanos, Zone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        const long farthest = (Temporal.YearMax + 1L) * 366 * Temporal.SecondsPerDay;
        Temporal.Check(utcSeconds, -farthest, farthest, nameof(utcSeconds));
        Temporal.Check(nanos, 0, Temporal.NanosPerSecond - 1, nameof(nanos));
        (UtcSeconds, Nanosecond, Zone) = (utcSeconds, nanos, zone);
    }

    /// <summary>The moment of .NET, in the zone at its distance from UTC.</summary>
    public ZonedDateTime(DateTimeOffset dateTimeOffset)
        : this(dateTimeOffset.ToUnixTimeSeconds(), Temporal.NanosOfTicks(dateTimeOffset.Ticks), Zone.Of((int)dateTimeOffset.Offset.TotalSeconds))
    {
    }

    /// <summary>A date and time of .NET: of UTC if its kind says so, else by the clock of the zone.</summary>
    public ZonedDateTime(DateTime dateTime, TimeSpan offset)
        : this(dateTime, Zone.Of((int)offset.TotalSeconds))
    {
    }

    /// <summary>A date and time of .NET: of UTC if its kind says so, else by the clock of the zone.</summary>
    public ZonedDateTime(DateTime dateTime, int offsetSeconds)
        : this(dateTime, Zone.Of(offsetSeconds))
    {
    }

    /// <summary>A date and time of .NET: of UTC if its kind says so, else by the clock of the zone.</summary>
    public ZonedDateTime(DateTime dateTime, string zoneId)
        : this(dateTime, Zone.Of(zoneId))
    {
    }

    /// <summary>A date and time by the clock of the zone.</summary>
    public ZonedDateTime(int year, int month, int day, int hour, int minute, int second, Zone zone)
        : this(year, month, day, hour, minute, second, 0, zone)
    {
    }

    /// <summary>A date and time by the clock of the zone.</summary>
    public ZonedDateTime(int year, int month, int day, int hour, int minute, int second, int nanosecond, Zone zone)
        : this(new LocalDateTime(year, month, day, hour, minute, second, nanosecond), zone)
    {
    }

    private ZonedDateTime(LocalDateTime local, Zone zone)
        : this(local.EpochSecond - zone.OffsetAtLocal(local), local.Nanosecond, zone)
    {
    }

    private ZonedDateTime(DateTime dateTime, Zone zone)
        : this(
            new LocalDateTime(dateTime).EpochSecond - (dateTime.Kind == DateTimeKind.Utc ? 0 : zone.OffsetAtLocal(new LocalDateTime(dateTime))),
            Temporal.NanosOfTicks(dateTime.Ticks),
            zone)
    {
    }

    public int Year => Local.Year;

    public int Month => Local.Month;

    public int Day => Local.Day;

    public int Hour => Local.Hour;

    public int Minute => Local.Minute;

    public int Second => Local.Second;

    public int Nanosecond { get; }

    /// <summary>Gets the seconds from the start of 1970 in UTC.</summary>
    public long UtcSeconds { get; }

    /// <summary>Gets the zone.</summary>
    public Zone Zone { get; }

    /// <summary>Gets the distance from UTC at the moment, in seconds, positive to the east.</summary>
    public int OffsetSeconds => Zone.OffsetAtUtc(UtcSeconds);

    /// <summary>Gets the date and time by the clock of the zone.</summary>
    public LocalDateTime LocalDateTime => Local;

    private LocalDateTime Local => _local ??= Temporal.LocalOf(UtcSeconds + OffsetSeconds, Nanosecond);

    /// <summary>Converts to the moment of .NET.</summary>
    /// <exception cref="ValueOverflowException">The year is not 1 to 9999.</exception>
    /// <exception cref="ValueTruncationException">The nanosecond is no multiple of 100, or the distance from UTC no whole minute.</exception>
    public DateTimeOffset ToDateTimeOffset() => OffsetSeconds % 60 == 0
        ? new DateTimeOffset(Local.ToDateTime(), TimeSpan.FromSeconds(OffsetSeconds))
        : throw new ValueTruncationException($"Cannot truncate the offset of {OffsetSeconds} s: {nameof(DateTimeOffset)} has whole minutes.");

    /// <inheritdoc/>
    public int CompareTo(ZonedDateTime other) =>
        other is null ? 1 : (UtcSeconds, Nanosecond).CompareTo((other.UtcSeconds, other.Nanosecond));

    /// <inheritdoc/>
    public int CompareTo(object obj) => CompareTo(Comparison.Same(this, obj));

    /// <inheritdoc/>
    public bool Equals(ZonedDateTime other) => other is not null && CompareTo(other) == 0 && Zone.Equals(other.Zone);

    /// <inheritdoc/>
    public override bool Equals(object obj) => Equals(obj as ZonedDateTime);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(UtcSeconds, Nanosecond, Zone);

    /// <summary>Writes the date, the time and the zone as ISO 8601 does, a name in brackets behind.</summary>
    public override string ToString() => $"{Local}{(Zone is ZoneOffset ? "" : IsoText.Offset(OffsetSeconds))}{Zone}";

    public static bool operator <(ZonedDateTime left, ZonedDateTime right) => left.CompareTo(right) < 0;

    public static bool operator >(ZonedDateTime left, ZonedDateTime right) => left.CompareTo(right) > 0;

    public static bool operator <=(ZonedDateTime left, ZonedDateTime right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ZonedDateTime left, ZonedDateTime right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    protected override DateTimeOffset ConvertToDateTimeOffset() => ToDateTimeOffset();

    void IWireValue.WriteTo(PackStreamWriter writer)
    {
        writer.BeginStructure(Zone is ZoneId ? StructureTag.DateTimeZoneId : StructureTag.DateTime, 3);
        writer.Write(UtcSeconds);
        writer.Write((long)Nanosecond);
        if (Zone is ZoneId named)
            writer.Write(named.Id);
        else
            writer.Write((long)OffsetSeconds);
    }
}
