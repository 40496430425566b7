namespace GeoGraph.Exposure.Answers;

/// <summary>
/// A share of which some part may be unknown: it is at least <paramref name="AtLeast"/> and at most <paramref name="AtMost"/>;
/// the two are equal where everything is known. Each lies in 0..1.
/// </summary>
/// <param name="AtLeast">What is known, inclusive.</param>
/// <param name="AtMost">The known part and all that is unknown, inclusive.</param>
/// <param name="Observed">What would be known from observed evidence alone; at most <paramref name="AtLeast"/>.</param>
internal readonly record struct ShareRange(decimal AtLeast, decimal AtMost, decimal Observed)
{
    /// <summary>Places after the point of a figure in an answer.</summary>
    public const int Places = 12;

    // Division by a one of full scale takes trailing zeros off a decimal.
    private const decimal OneWithAllPlaces = 1.0000000000000000000000000000m;

    /// <summary>Nothing, and known to be.</summary>
    public static readonly ShareRange Zero;

    /// <summary>All, and observed.</summary>
    public static readonly ShareRange One = new(1m, 1m, 1m);

    /// <summary>Somewhere between nothing and all.</summary>
    public static readonly ShareRange Unknown = new(0m, 1m, 0m);

    /// <summary>The part of <see cref="AtLeast"/> that rests on inferred evidence.</summary>
    public decimal Inferred => AtLeast - Observed;

    /// <summary>True where nothing is unknown.</summary>
    public bool IsExact => AtLeast == AtMost;

    /// <summary>A known share; nothing of it is observed where <paramref name="inferred"/>.</summary>
    public static ShareRange Exactly(decimal share, bool inferred) => new(share, share, inferred ? 0m : share);

    /// <summary>The larger of two, bound by bound.</summary>
    public static ShareRange Widest(ShareRange left, ShareRange right) =>
        new(Math.Max(left.AtLeast, right.AtLeast), Math.Max(left.AtMost, right.AtMost), Math.Max(left.Observed, right.Observed));

    /// <summary>The figure of an answer: twelve places, half to even, within 0..1.</summary>
    public ShareRange Rounded() => new(Round(AtLeast), Round(AtMost), Round(Observed));

    /// <summary>A share to twelve places, half to even, within 0..1, without trailing zeros, so that equal shares print equally.</summary>
    public static decimal Round(decimal share) => Math.Clamp(Math.Round(share, Places, MidpointRounding.ToEven), 0m, 1m) / OneWithAllPlaces;
}
