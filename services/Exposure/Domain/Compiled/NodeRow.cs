using GeoGraph.Core;

namespace GeoGraph.Exposure.Compiled;

/// <summary>What a node of the graph is.</summary>
internal enum NodeKind : byte
{
    /// <summary>A state or customs territory.</summary>
    State,

    /// <summary>A customs union, forum or alliance of states.</summary>
    Bloc,

    /// <summary>A person or an office; carries no flow.</summary>
    Person,

    /// <summary>A company.</summary>
    Firm,

    /// <summary>A fab, mine, port or other site.</summary>
    Facility,

    /// <summary>An HS code or a named good.</summary>
    Product,

    /// <summary>A passage that sea or land routes share.</summary>
    Chokepoint,
}

/// <summary>A node as the feed delivers it.</summary>
internal sealed record NodeRow
{
    /// <summary>The node's id; unique among nodes.</summary>
    public required EntityId Id { get; init; }

    /// <summary>What the node is.</summary>
    public required NodeKind Kind { get; init; }

    /// <summary>The dates on which the node exists; its relations hold on these dates at most.</summary>
    public ValidPeriod Valid { get; init; }

    /// <summary>Output in USD per year, not negative; null where no source states it.</summary>
    public decimal? OutputUsdPerYear { get; init; }
}
