using GeoGraph.Core;
using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Exposures;

/// <summary>The exposure of one input group to one target, with its reason.</summary>
internal sealed record ExposureFigure
{
    /// <summary>The node that buys.</summary>
    public required EntityId Buyer { get; init; }

    /// <summary>Its input group; the product's id where <see cref="IsTrade"/>.</summary>
    public required string Group { get; init; }

    /// <summary>True for the imports of a product by a state.</summary>
    public required bool IsTrade { get; init; }

    /// <summary>What it is exposed to.</summary>
    public required EntityId Target { get; init; }

    /// <summary>Share of the group that meets the target at one tier at least.</summary>
    public required ShareRange Anywhere { get; init; }

    /// <summary>Share that meets it at tier 1, 2, …, up to the last tier at which a chain does.</summary>
    public required IReadOnlyList<ShareRange> Tiers { get; init; }

    /// <summary>The chains behind the figure, the largest first.</summary>
    public required IReadOnlyList<Chain> Chains { get; init; }

    /// <summary>True where there are more chains than listed.</summary>
    public required bool HasMoreChains { get; init; }
}

/// <summary>The answer to an exposure question.</summary>
/// <param name="Basis">How it came about.</param>
/// <param name="Figures">The figures, the largest first; a pair without any chain is not listed.</param>
/// <param name="TotalFigures">How many there are in all.</param>
internal sealed record ExposureAnswer(AnswerBasis Basis, IReadOnlyList<ExposureFigure> Figures, int TotalFigures)
{
    /// <summary>The input groups asked about, and those upstream of them, of which something is unknown.</summary>
    public IReadOnlyList<int> UnknownGroups { get; init; } = [];

    /// <summary>The largest share over the figures, bound by bound: each unit of output needs an input of every group. Zero where there is none.</summary>
    public ShareRange Widest => Figures.Aggregate(ShareRange.Zero, (widest, figure) => ShareRange.Widest(widest, figure.Anywhere));
}
