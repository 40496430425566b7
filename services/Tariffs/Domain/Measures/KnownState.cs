using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>A state in the data.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Exists">When it is one.</param>
internal sealed record KnownState(EntityId Id, ValidPeriod Exists);
