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

    /// <summary>How long the node takes to come back once lost, in days, not negative; null where no source states it.</summary>
    public decimal? RecoveryDays { get; init; }

    /// <summary>Stocks of inputs that the node holds; of several of one input group the first counts.</summary>
    public IReadOnlyList<StockRow> Stocks { get; init; } = [];

    /// <summary>UN/LOCODE of the port that the node's flows are taken to use; null where no source states it.</summary>
    public string? MainPort { get; init; }

    /// <summary>The HS codes of a product, digits only; empty where none is stated.</summary>
    public IReadOnlyList<string> HsCodes { get; init; } = [];

    /// <summary>True where both rows state the same.</summary>
    public bool IsSame(NodeRow other) =>
        this with { Stocks = [], HsCodes = [] } == other with { Stocks = [], HsCodes = [] }
        && Stocks.SequenceEqual(other.Stocks) && HsCodes.SequenceEqual(other.HsCodes, StringComparer.Ordinal);
}

/// <summary>A buyer's stock of an input.</summary>
/// <param name="InputGroup">The input group; the product's id for the imports of a state.</param>
/// <param name="Days">How many days it meets full demand, not negative.</param>
internal sealed record StockRow(string InputGroup, decimal Days);
