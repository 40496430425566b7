using GeoGraph.Core;

namespace GeoGraph.Exposure.SupplyChange;

/// <summary>Supply that goes from one state to another.</summary>
/// <param name="Buyer">Who buys.</param>
/// <param name="Group">The input group.</param>
/// <param name="From">The state that loses share; null where the group is new.</param>
/// <param name="To">The state that gains share; null where the group is gone.</param>
/// <param name="Share">How much of the group moves; null where unknown.</param>
internal sealed record SupplyMove(EntityId Buyer, string Group, EntityId? From, EntityId? To, decimal? Share);

/// <summary>How the supply of an actor changes.</summary>
/// <param name="Contractionary">True where fewer actors are upstream than before.</param>
/// <param name="Diversionary">True where some supplier's place is taken by one in another state.</param>
/// <param name="Before">What is upstream before.</param>
/// <param name="After">What is upstream after.</param>
/// <param name="Moves">Supply that moves between states, in order of buyer, group and states.</param>
internal sealed record SupplyChangeAnswer(bool Contractionary, bool Diversionary, SupplyShape Before, SupplyShape After, IReadOnlyList<SupplyMove> Moves);

/// <summary>The shape of what is upstream of an actor.</summary>
/// <param name="Nodes">How many actors there are, itself left out.</param>
/// <param name="LongestChain">The number of relations of the longest chain; a circle of suppliers counts as one supplier.</param>
/// <param name="States">The states in which they lie, in order of id.</param>
/// <param name="WithoutState">How many of them lie in no known state.</param>
internal sealed record SupplyShape(int Nodes, int LongestChain, IReadOnlyList<EntityId> States, int WithoutState);
