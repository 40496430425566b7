using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>A state's membership of a bloc, for a time.</summary>
/// <param name="MemberId">The state.</param>
/// <param name="BlocId">The bloc.</param>
/// <param name="Valid">When it is a member.</param>
internal sealed record BlocMembership(EntityId MemberId, EntityId BlocId, ValidPeriod Valid);
