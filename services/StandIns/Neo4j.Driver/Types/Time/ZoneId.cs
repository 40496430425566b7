#nullable disable

namespace Neo4j.Driver;

/// <summary>A zone by its name. Beyond the years 1 to 9999 the rules of the nearest of these years stand.</summary>
public sealed class ZoneId : Zone, IEquatable<ZoneId>
{
    private static readonly long Least = new DateTimeOffset(DateTime.MinValue.AddDays(1), TimeSpan.Zero).ToUnixTimeSeconds();
    private static readonly long Most = new DateTimeOffset(DateTime.MaxValue.AddDays(-1), TimeSpan.Zero).ToUnixTimeSeconds();

    internal ZoneId(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        Id = id;
    }

    /// <summary>Gets the name.</summary>
    public string Id { get; }

    /// <inheritdoc/>
    public bool Equals(ZoneId other) => other is not null && Id == other.Id;

    /// <inheritdoc/>
    public override bool Equals(object obj) => Equals(obj as ZoneId);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    /// <summary>Writes the name as ISO 8601 texts of Neo4j do.</summary>
    public override string ToString() => $"[{Id}]";

    internal override int OffsetAtUtc(long utcSeconds) =>
        Seconds(Rules().GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(utcSeconds, Least, Most))));

    internal override int OffsetAtLocal(LocalDateTime local) => Seconds(Rules().GetUtcOffset(DateTime.SpecifyKind(
        DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(local.EpochSecond, Least, Most)).DateTime, DateTimeKind.Unspecified)));

    private TimeZoneInfo Rules() => TimeZoneInfo.FindSystemTimeZoneById(Id);

    private static int Seconds(TimeSpan offset) => (int)offset.TotalSeconds;
}
