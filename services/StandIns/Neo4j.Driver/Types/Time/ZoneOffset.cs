#nullable disable

using Neo4j.Driver.Internal.Types;

namespace Neo4j.Driver;

/// <summary>A zone at a fixed distance from UTC.</summary>
public sealed class ZoneOffset : Zone, IEquatable<ZoneOffset>
{
    internal ZoneOffset(int offsetSeconds)
    {
        Temporal.Check(offsetSeconds, -Temporal.OffsetMax, Temporal.OffsetMax, nameof(offsetSeconds));
        OffsetSeconds = offsetSeconds;
    }

    /// <summary>Gets the distance from UTC in seconds, positive to the east.</summary>
    public int OffsetSeconds { get; }

    /// <inheritdoc/>
    public bool Equals(ZoneOffset other) => other is not null && OffsetSeconds == other.OffsetSeconds;

    /// <inheritdoc/>
    public override bool Equals(object obj) => Equals(obj as ZoneOffset);

    /// <inheritdoc/>
    public override int GetHashCode() => OffsetSeconds;

    /// <summary>Writes the distance as ISO 8601 does.</summary>
    public override string ToString() => IsoText.Offset(OffsetSeconds);

    internal override int OffsetAtUtc(long utcSeconds) => OffsetSeconds;

    internal override int OffsetAtLocal(LocalDateTime local) => OffsetSeconds;
}
