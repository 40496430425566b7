using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>One input of a good.</summary>
internal sealed record BillMaterial
{
    /// <summary>The caller's own name for it; may be empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its code, 2 to 10 digits, dots allowed; empty where unknown.</summary>
    public string Code { get; init; } = "";

    /// <summary>What it is worth in the good; zero or more.</summary>
    public required decimal Value { get; init; }

    /// <summary>The state that it originates in; null where unknown, which counts as foreign.</summary>
    public EntityId? Origin { get; init; }

    /// <summary>True where it was grown, mined or made there from such.</summary>
    public bool WhollyObtained { get; init; }

    /// <summary>What rules on a named material ask for, as <c>steel</c>; empty for none.</summary>
    public string Kind { get; init; } = "";

    /// <summary>How much of <see cref="Value"/> was added in states whose inputs count, of an input that originates elsewhere.</summary>
    public decimal RegionalValue { get; init; }
}

/// <summary>What a good is made from.</summary>
internal sealed record OriginBill
{
    /// <summary>The good's code, 4 to 10 digits, dots allowed.</summary>
    public required string Code { get; init; }

    /// <summary>The state in which it is made.</summary>
    public required EntityId MadeIn { get; init; }

    /// <summary>The date by whose rules it is judged.</summary>
    public required DateOnly On { get; init; }

    /// <summary>ISO 4217 code of every value.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>All inputs.</summary>
    public IReadOnlyList<BillMaterial> Materials { get; init; } = [];

    /// <summary>The price paid; null where unknown.</summary>
    public decimal? TransactionValue { get; init; }

    /// <summary>The price free on board; null where unknown.</summary>
    public decimal? FobValue { get; init; }

    /// <summary>The price at the factory gate; null where unknown.</summary>
    public decimal? ExWorksPrice { get; init; }

    /// <summary>The total cost less promotion, royalties, shipping and the like; null where unknown.</summary>
    public decimal? NetCost { get; init; }

    /// <summary>The value of labour at the wage that the rule asks for; null where unknown.</summary>
    public decimal? LabourValue { get; init; }

    /// <summary>True where the good is grown, mined or made from such in <see cref="MadeIn"/> alone.</summary>
    public bool WhollyObtained { get; init; }

    /// <summary>The regional value content, 0 to 1, that somebody states in place of inputs; null where nobody does.</summary>
    public decimal? StatedRegionalValue { get; init; }

    /// <summary>True where it says what the good is made from.</summary>
    public bool SaysInputs => WhollyObtained || Materials.Count > 0;

    /// <summary>One of its values; null where unknown.</summary>
    public decimal? ValueOf(OriginValue value) => value switch
    {
        OriginValue.Fob => FobValue,
        OriginValue.ExWorks => ExWorksPrice,
        OriginValue.NetCost => NetCost,
        _ => TransactionValue,
    };
}
