using GeoGraph.Core;
using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Concentration;

/// <summary>By what the parts of an input are told apart.</summary>
internal enum ConcentrationBy
{
    /// <summary>The node that supplies.</summary>
    Supplier,

    /// <summary>The firm: a facility counts as the firm that controls it.</summary>
    Firm,

    /// <summary>The last controlling owner.</summary>
    UltimateOwner,

    /// <summary>The state in which the supplier lies; a supplier in several states, or in none, is unknown.</summary>
    State,

    /// <summary>The first of the named blocs of which that state is a member on the date; else the state itself.</summary>
    Bloc,
}

/// <summary>Whether suppliers count themselves or what lies behind them.</summary>
internal enum ConcentrationDepth
{
    /// <summary>The suppliers of the group.</summary>
    Direct,

    /// <summary>The origins: suppliers without inputs of their own, through every tier, in proportion to shares.</summary>
    LookThrough,
}

/// <summary>One part of an input.</summary>
/// <param name="Key">Supplier, firm, owner, state or bloc.</param>
/// <param name="Share">Its share of the group.</param>
/// <param name="Placement">The relations (location, ownership, membership) that put suppliers under this key.</param>
/// <param name="Chains">The chains behind the share, the largest first.</param>
/// <param name="HasMoreChains">True where there are more chains than listed.</param>
internal sealed record ConcentrationPart(EntityId Key, ShareRange Share, IReadOnlyList<EntityId> Placement, IReadOnlyList<Chain> Chains, bool HasMoreChains);

/// <summary>The concentration of an input group.</summary>
/// <param name="Basis">How it came about.</param>
/// <param name="Parts">The parts, the largest first, then in order of id.</param>
/// <param name="TotalParts">How many there are in all.</param>
/// <param name="UnknownShare">The part, 0 to 1, that cannot be put under any key.</param>
/// <param name="HhiAtLeast">Herfindahl-Hirschman index, 0 to 1, where all that is unknown is spread over countless keys.</param>
/// <param name="HhiAtMost">The same where all that is unknown belongs to the largest key.</param>
/// <param name="InferredShare">The part of the known shares that rests on inferred evidence, 0 to 1.</param>
internal sealed record ConcentrationAnswer(
    AnswerBasis Basis,
    IReadOnlyList<ConcentrationPart> Parts,
    int TotalParts,
    decimal UnknownShare,
    decimal HhiAtLeast,
    decimal HhiAtMost,
    decimal InferredShare);
