using GeoGraph.Core;

namespace GeoGraph.Exposure.Closure;

/// <summary>A chokepoint that is shut.</summary>
/// <param name="Chokepoint">The chokepoint; one that is no node of a graph stops none of its flows.</param>
/// <param name="NoRerouting">True where what passes it is lost even where another way is open.</param>
internal readonly record struct ShutPassage(EntityId Chokepoint, bool NoRerouting);
