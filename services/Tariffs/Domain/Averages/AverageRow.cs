using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>A mean rate of one group of lines and origins on one date. Rates are in percent of the customs value, not rounded.</summary>
internal sealed record AverageRow
{
    /// <summary>The date.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The group's origin; null where origins are not told apart.</summary>
    public EntityId? Origin { get; init; }

    /// <summary>The group's family of measures; empty where authorities are not told apart, and where nothing of the group is rated.</summary>
    public string Authority { get; init; } = "";

    /// <summary>The group's chapter, heading or line, without dots; empty where goods are not told apart.</summary>
    public string Goods { get; init; } = "";

    /// <summary>The mean over the pairs of line and origin; null where none is rated.</summary>
    public RateMean? Simple { get; init; }

    /// <summary>The mean weighted by trade; null without weights, and where none lies on a rated pair.</summary>
    public RateMean? Weighted { get; init; }

    /// <summary>How many pairs the means are over.</summary>
    public long Pairs { get; init; }

    /// <summary>How many pairs have no rate in percent.</summary>
    public long Unrated { get; init; }

    /// <summary>The trade on rated pairs; null without weights.</summary>
    public decimal? Weight { get; init; }
}

/// <summary>A mean where missing facts go with the entries, and where they go against them.</summary>
/// <param name="Lowest">With the entries.</param>
/// <param name="Highest">Against them; equal where nothing is open.</param>
internal readonly record struct RateMean(decimal Lowest, decimal Highest);
