using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Assembly;

/// <summary>A node as it waits to be compiled.</summary>
/// <param name="Name">Number of its id among the stage's names.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Term">Its dates.</param>
/// <param name="Output">Output in units of <see cref="FixedPoint"/>.</param>
/// <param name="Facts">What it states beside; null for nothing.</param>
internal readonly record struct StagedNode(int Name, NodeKind Kind, Term Term, long Output, NodeFacts? Facts);
