using GeoGraph.Core;

namespace GeoGraph.Exposure.Compiled;

/// <summary>
/// One byte of a relation: bits 0-2 confidence, 3 inferred, 4 essential, 5-7 obligations.
/// </summary>
/// <param name="Bits">The byte.</param>
internal readonly record struct RelationFlags(byte Bits)
{
    /// <summary>How sure the sources are.</summary>
    public Confidence Confidence => (Confidence)(Bits & 7);

    /// <summary>True where worked out and not observed.</summary>
    public bool Inferred => (Bits & 8) != 0;

    /// <summary>True where the input group is essential by this flow.</summary>
    public bool Essential => (Bits & 16) != 0;

    /// <summary>What a membership binds to.</summary>
    public Obligations Obligations => (Obligations)(Bits >> 5);

    /// <summary>The byte of a row.</summary>
    public static RelationFlags Of(RelationRow row) => Of(row.Confidence, row.Inferred, row.Essential, row.Obligations);

    /// <summary>The byte of what it holds.</summary>
    public static RelationFlags Of(Confidence confidence, bool inferred, bool essential, Obligations obligations) =>
        new((byte)((byte)confidence | (inferred ? 8 : 0) | (essential ? 16 : 0) | ((byte)obligations << 5)));
}
