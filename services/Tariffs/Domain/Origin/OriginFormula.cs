namespace GeoGraph.Tariffs;

/// <summary>A value of the good that shares are taken of.</summary>
internal enum OriginValue
{
    /// <summary>The price paid.</summary>
    Transaction,

    /// <summary>The price free on board.</summary>
    Fob,

    /// <summary>The price at the factory gate.</summary>
    ExWorks,

    /// <summary>The total cost less promotion, royalties, shipping and the like.</summary>
    NetCost,
}

/// <summary>How a share of value is reckoned.</summary>
internal enum OriginFormula
{
    /// <summary>(transaction value − foreign inputs) ÷ transaction value.</summary>
    BuildDown,

    /// <summary>The region's inputs ÷ transaction value.</summary>
    BuildUp,

    /// <summary>(net cost − foreign inputs) ÷ net cost.</summary>
    NetCost,

    /// <summary>(FOB value − foreign inputs) ÷ FOB value.</summary>
    Fob,

    /// <summary>The region's inputs ÷ FOB value.</summary>
    FobBuildUp,

    /// <summary>(ex-works price − foreign inputs) ÷ ex-works price.</summary>
    ExWorks,

    /// <summary>(transaction value − foreign inputs of counted codes) ÷ transaction value.</summary>
    FocusedValue,
}

/// <summary>What formulas are made of, and their words.</summary>
internal static class OriginFormulas
{
    /// <summary>What the formula divides by.</summary>
    public static OriginValue Base(this OriginFormula formula) => formula switch
    {
        OriginFormula.NetCost => OriginValue.NetCost,
        OriginFormula.Fob or OriginFormula.FobBuildUp => OriginValue.Fob,
        OriginFormula.ExWorks => OriginValue.ExWorks,
        _ => OriginValue.Transaction,
    };

    /// <summary>True where the region's inputs are summed up, and not foreign ones taken off.</summary>
    public static bool IsBuildUp(this OriginFormula formula) => formula is OriginFormula.BuildUp or OriginFormula.FobBuildUp;

    /// <summary>The value in words.</summary>
    public static string Words(this OriginValue value) => value switch
    {
        OriginValue.Fob => "FOB",
        OriginValue.ExWorks => "the ex-works price",
        OriginValue.NetCost => "net cost",
        _ => "transaction value",
    };

    /// <summary>The bill's field that states the value.</summary>
    public static string Field(this OriginValue value) => value switch
    {
        OriginValue.Fob => "fob_value",
        OriginValue.ExWorks => "ex_works_price",
        OriginValue.NetCost => "net_cost",
        _ => "transaction_value",
    };
}
