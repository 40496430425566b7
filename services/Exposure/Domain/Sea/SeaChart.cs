using GeoGraph.Core;

namespace GeoGraph.Exposure.Sea;

/// <summary>A stretch of a sea lane.</summary>
/// <param name="Id">The lane.</param>
/// <param name="Path">Where it runs, at least two points.</param>
/// <param name="Passage">The label of the passage that it runs through; null for open sea.</param>
internal sealed record SeaLane(EntityId Id, IReadOnlyList<GeoPoint> Path, string? Passage);

/// <summary>A port.</summary>
/// <param name="Id">The facility.</param>
/// <param name="Code">Its UN/LOCODE.</param>
/// <param name="Name">Its first name.</param>
/// <param name="At">Where it lies.</param>
internal sealed record SeaPort(EntityId Id, string Code, string Name, GeoPoint At);

/// <summary>A chokepoint as lanes meet it.</summary>
/// <param name="Id">The chokepoint.</param>
/// <param name="Passages">Labels of the lanes that lie in it.</param>
/// <param name="Gate">The segment between its shores; null where it has none.</param>
internal sealed record SeaStrait(EntityId Id, IReadOnlyList<string> Passages, (GeoPoint From, GeoPoint To)? Gate)
{
    /// <summary>The name of the gate: what stands behind the colon of the id.</summary>
    public string GateName => Id.Name;
}

/// <summary>All that a network is made of, in any order.</summary>
/// <param name="Lanes">The lanes.</param>
/// <param name="Ports">The ports; of several with one code the one of the least id counts.</param>
/// <param name="Straits">The chokepoints that have a gate or labels.</param>
internal sealed record SeaChart(IReadOnlyList<SeaLane> Lanes, IReadOnlyList<SeaPort> Ports, IReadOnlyList<SeaStrait> Straits);
