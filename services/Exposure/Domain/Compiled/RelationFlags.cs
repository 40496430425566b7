namespace GeoGraph.Exposure.Compiled;

/// <summary>
/// One byte of a relation: bits 0-1 confidence, 2 inferred, 3 essential, 4-6 obligations.
/// </summary>
/// <param name="Bits">The byte.</param>
internal readonly record struct RelationFlags(byte Bits)
{
    /// <summary>How sure the sources are.</summary>
    public Confidence Confidence => (Confidence)(Bits & 3);

    /// <summary>True where worked out and not observed.</summary>
    public bool Inferred => (Bits & 4) != 0;

    /// <summary>True where the input group is essential by this flow.</summary>
    public bool Essential => (Bits & 8) != 0;

    /// <summary>What a membership binds to.</summary>
    public Obligations Obligations => (Obligations)(Bits >> 4);

    /// <summary>The byte of a row.</summary>
    public static RelationFlags Of(RelationRow row) =>
        new((byte)((byte)row.Confidence | (row.Inferred ? 4 : 0) | (row.Essential ? 8 : 0) | ((byte)row.Obligations << 4)));
}
