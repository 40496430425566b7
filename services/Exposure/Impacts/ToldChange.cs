using GeoGraph.Core;

namespace GeoGraph.Exposure.Impacts;

/// <summary>What one service told of one revision; a checkpoint where nothing changed.</summary>
/// <param name="Service">Short name of the service.</param>
/// <param name="Revision">The state after the changes.</param>
/// <param name="Ids">What changed.</param>
/// <param name="MovesLaw">True where duties may change by it.</param>
internal sealed record ToldChange(string Service, Revision Revision, IReadOnlyList<EntityId> Ids, bool MovesLaw);
