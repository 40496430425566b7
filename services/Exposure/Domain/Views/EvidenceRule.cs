using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Views;

/// <summary>
/// Which evidence counts. A flow that does not count keeps its place in its input group: its share becomes unknown, so that
/// the shares of the others do not grow. For feasibility it is no alternative.
/// </summary>
/// <param name="AtLeast">The least confidence that counts, inclusive; evidence that nobody judged ranks below all other.</param>
/// <param name="IncludeInferred">False where only observed relations and passages count.</param>
internal sealed record EvidenceRule(Confidence AtLeast, bool IncludeInferred)
{
    /// <summary>Everything counts.</summary>
    public static readonly EvidenceRule All = new(Confidence.Unspecified, true);

    /// <summary>True where a relation with these flags counts.</summary>
    public bool Counts(RelationFlags flags) => flags.Confidence >= AtLeast && (IncludeInferred || !flags.Inferred);
}
