namespace Neo4j.Driver.Internal.PackStream;

/// <summary>What a structure is, by the byte after its marker. Messages have tags of their own.</summary>
internal static class StructureTag
{
    public const byte Node = 0x4E;
    public const byte Relationship = 0x52;
    public const byte UnboundRelationship = 0x72;
    public const byte Path = 0x50;

    public const byte Date = 0x44;
    public const byte Time = 0x54;
    public const byte LocalTime = 0x74;
    public const byte DateTime = 0x49;
    public const byte DateTimeZoneId = 0x69;
    public const byte LocalDateTime = 0x64;
    public const byte Duration = 0x45;

    public const byte Point2D = 0x58;
    public const byte Point3D = 0x59;

    /// <summary>Date and time by the wall clock, as Bolt before 5.0 has them: never sent and never understood.</summary>
    public const byte LegacyDateTime = 0x46;

    /// <summary>Date and time by the wall clock in a named zone, as Bolt before 5.0 has them.</summary>
    public const byte LegacyDateTimeZoneId = 0x66;
}
