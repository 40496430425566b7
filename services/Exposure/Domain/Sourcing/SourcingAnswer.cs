using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Sourcing;

/// <summary>Somebody in the bloc who could supply, or does.</summary>
/// <param name="Node">The producer or supplier.</param>
/// <param name="State">The member state in which it lies.</param>
/// <param name="Product">The product it makes.</param>
/// <param name="SuppliesNow">True where it already feeds the input group.</param>
/// <param name="ShareOfWorldOutput">Stated share of the world's output, 0 to 1; null where no source states it.</param>
/// <param name="Obligations">What the state's membership binds it to.</param>
/// <param name="Relations">What this rests on: production or supply, location, membership.</param>
/// <param name="Inferred">True where any of these is inferred.</param>
internal sealed record Alternative(
    EntityId Node,
    EntityId State,
    EntityId Product,
    bool SuppliesNow,
    decimal? ShareOfWorldOutput,
    Obligations Obligations,
    IReadOnlyList<EntityId> Relations,
    bool Inferred);

/// <summary>Who within a bloc can supply an input group.</summary>
/// <param name="Basis">How it came about.</param>
/// <param name="PresentShare">Share of the group that comes from within the bloc now, by direct suppliers.</param>
/// <param name="Alternatives">Those who can, the largest stated share of world output first, then in order of id.</param>
/// <param name="TotalAlternatives">How many there are in all.</param>
internal sealed record SourcingAnswer(AnswerBasis Basis, ShareRange PresentShare, IReadOnlyList<Alternative> Alternatives, int TotalAlternatives);
