using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Sourcing;

/// <summary>Somebody who could supply, or does.</summary>
/// <param name="Node">The producer or supplier.</param>
/// <param name="State">The state in which it lies, a member of the bloc where one is asked for; null where no relation says.</param>
/// <param name="Product">The product it makes.</param>
/// <param name="SuppliesNow">True where it already feeds the input group, or one into which the product goes.</param>
/// <param name="ShareOfWorldOutput">Stated share of the world's output, 0 to 1; null where no source states it.</param>
/// <param name="Obligations">What the state's membership binds it to; nothing where no bloc is asked for.</param>
/// <param name="Relations">What this rests on: production or supply, location, membership where a bloc is asked for.</param>
/// <param name="Inferred">True where any of these is inferred.</param>
internal sealed record Alternative(
    EntityId Node,
    EntityId? State,
    EntityId Product,
    bool SuppliesNow,
    decimal? ShareOfWorldOutput,
    Obligations Obligations,
    IReadOnlyList<EntityId> Relations,
    bool Inferred);

/// <summary>Who can supply an input group or a product.</summary>
/// <param name="Basis">How it came about.</param>
/// <param name="PresentShare">Share of the group that comes from within the bloc now, by direct suppliers; unknown where no bloc is named, or where not just one group takes the product.</param>
/// <param name="Alternatives">Those who do first, then the largest stated share of world output, then in order of id.</param>
/// <param name="TotalAlternatives">How many there are in all.</param>
internal sealed record SourcingAnswer(AnswerBasis Basis, ShareRange PresentShare, IReadOnlyList<Alternative> Alternatives, int TotalAlternatives);
