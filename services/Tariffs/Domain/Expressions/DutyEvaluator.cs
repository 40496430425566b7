namespace GeoGraph.Tariffs;

/// <summary>Computes what a duty comes to, exactly and not rounded.</summary>
internal static class DutyEvaluator
{
    /// <summary>
    /// The amount, not below 0. A quantity that the entry does not state counts as 0 and is noted in the context; where
    /// the duty then has a minus, the whole amount is 0, so that it never exceeds what is owed.
    /// </summary>
    public static decimal Amount(DutyExpression duty, DutyContext context)
    {
        var amount = Value(duty, context);
        return amount <= 0m || (HasMinus(duty) && LacksQuantity(duty, context.Quantities)) ? 0m : amount;
    }

    /// <summary>True where the amount depends on a quantity that the entry does not state.</summary>
    public static bool LacksQuantity(DutyExpression duty, QuantityTable quantities) => duty switch
    {
        DutyExpression.Specific d => d.Amount > 0m
            && (quantities.Find(d.Unit, d.Part) is null || (d.Over > 0m && quantities.Find(UnitOfMeasure.Piece, null) is null)),
        DutyExpression.Shortfall d => LacksQuantity(d.Duty, quantities) || quantities.Find(d.Unit, null) is null,
        DutyExpression.Plus d => LacksQuantity(d.Left, quantities) || LacksQuantity(d.Right, quantities),
        DutyExpression.Minus d => LacksQuantity(d.Left, quantities) || LacksQuantity(d.Right, quantities),
        DutyExpression.AtLeast d => LacksQuantity(d.Duty, quantities) || LacksQuantity(d.Bound, quantities),
        DutyExpression.AtMost d => LacksQuantity(d.Duty, quantities) || LacksQuantity(d.Bound, quantities),
        _ => false,
    };

    /// <summary>True where the amount depends on the content value that a fact states.</summary>
    public static bool Reads(DutyExpression? duty, string fact) => duty switch
    {
        DutyExpression.AdValorem { Part: { } part } => fact == FactNames.ContentValue + part.Name,
        DutyExpression.Plus d => Reads(d.Left, fact) || Reads(d.Right, fact),
        DutyExpression.Minus d => Reads(d.Left, fact) || Reads(d.Right, fact),
        DutyExpression.AtLeast d => Reads(d.Duty, fact) || Reads(d.Bound, fact),
        DutyExpression.AtMost d => Reads(d.Duty, fact) || Reads(d.Bound, fact),
        _ => false,
    };

    /// <summary>True where twice the base owes twice the amount, so long as no content is stated.</summary>
    public static bool IsProportional(DutyExpression duty) => duty switch
    {
        DutyExpression.Free or DutyExpression.AdValorem or DutyExpression.Floor or DutyExpression.Cap or DutyExpression.Applicable => true,
        DutyExpression.Plus d => IsProportional(d.Left) && IsProportional(d.Right),
        DutyExpression.Minus d => IsProportional(d.Left) && IsProportional(d.Right),
        DutyExpression.AtLeast d => IsProportional(d.Duty) && IsProportional(d.Bound),
        DutyExpression.AtMost d => IsProportional(d.Duty) && IsProportional(d.Bound),
        _ => false,
    };

    /// <summary>True where whether it owes more than 0 depends on nothing but whether its base is more than 0.</summary>
    public static bool IsAlwaysOwed(DutyExpression duty) => duty switch
    {
        DutyExpression.Free or DutyExpression.AdValorem { Part: null } or DutyExpression.Flat => true,
        DutyExpression.Plus d => IsAlwaysOwed(d.Left) && IsAlwaysOwed(d.Right),
        DutyExpression.AtLeast d => IsAlwaysOwed(d.Duty) && IsAlwaysOwed(d.Bound),
        DutyExpression.AtMost d => IsAlwaysOwed(d.Duty) && IsAlwaysOwed(d.Bound),
        _ => false,
    };

    /// <summary>The facts that state contents which the amount depends on; one may come several times.</summary>
    public static IEnumerable<string> ContentsOf(DutyExpression? duty) => duty switch
    {
        DutyExpression.AdValorem { Part: { } part } => [FactNames.ContentValue + part.Name],
        DutyExpression.Plus d => ContentsOf(d.Left).Concat(ContentsOf(d.Right)),
        DutyExpression.Minus d => ContentsOf(d.Left).Concat(ContentsOf(d.Right)),
        DutyExpression.AtLeast d => ContentsOf(d.Duty).Concat(ContentsOf(d.Bound)),
        DutyExpression.AtMost d => ContentsOf(d.Duty).Concat(ContentsOf(d.Bound)),
        _ => [],
    };

    // A MIN clause takes the larger, a MAX clause the smaller: the words name the bound, not the function.
    private static decimal Value(DutyExpression duty, DutyContext context) => duty switch
    {
        DutyExpression.Free => 0m,
        DutyExpression.AdValorem d => d.Percent / 100m * PartValue(d.Part, context),
        DutyExpression.Specific d => Specific(d, context),
        DutyExpression.Shortfall d => Specific(d.Duty, context) * Math.Max(0m, d.From - (Quantity(d.Unit, null, context) ?? d.From)),
        DutyExpression.Flat d => context.Exchange.Convert(d.Amount, d.Currency ?? context.Currency, context.Currency, context.EntryDate),
        DutyExpression.Plus d => Value(d.Left, context) + Value(d.Right, context),
        DutyExpression.Minus d => Value(d.Left, context) - Value(d.Right, context),
        DutyExpression.AtLeast d => Math.Max(Value(d.Duty, context), Value(d.Bound, context)),
        DutyExpression.AtMost d => Math.Min(Value(d.Duty, context), Value(d.Bound, context)),
        DutyExpression.Floor d => Math.Max(0m, (d.Percent / 100m * context.Base) - OrdinaryOnBase(context)),
        DutyExpression.Cap d => Math.Min(context.Replaced, d.Percent / 100m * context.Base),
        DutyExpression.MostFavoured => Math.Min(context.Replaced, context.Followed?.Amount ?? context.Replaced),
        DutyExpression.Applicable => context.Replaced,
        _ => throw new ArgumentOutOfRangeException(nameof(duty), duty, "this kind of duty has no value."),
    };

    // The ad valorem equivalent of the ordinary duty, times the base: no division where the base is the full value.
    private static decimal OrdinaryOnBase(DutyContext context) =>
        context.Base == context.FullValue ? context.Ordinary : context.Ordinary * (context.Base / context.FullValue);

    private static decimal PartValue(GoodsPart? part, DutyContext context)
    {
        if (part is null)
            return context.Base;
        var fact = FactNames.ContentValue + part.Name;
        if (context.Facts.Number(fact) is { } value)
            return Math.Min(value, context.FullValue);
        context.AssumedContents.Add(fact);
        return context.Base;
    }

    private static decimal Specific(DutyExpression.Specific duty, DutyContext context)
    {
        if (duty.Amount == 0m || Quantity(duty.Unit, duty.Part, context) is not { } quantity)
            return 0m;
        if (duty.Over > 0m)
            quantity = Quantity(UnitOfMeasure.Piece, null, context) is { } pieces ? Math.Max(0m, quantity - (duty.Over * pieces)) : 0m;
        return context.Exchange.Convert(duty.Amount * quantity / duty.Per, duty.Currency ?? context.Currency, context.Currency, context.EntryDate);
    }

    private static decimal? Quantity(UnitOfMeasure unit, GoodsPart? part, DutyContext context)
    {
        if (context.Quantities.Find(unit, part) is { } quantity)
            return quantity;
        context.MissingQuantities.Add(part is null ? unit.Name : $"{unit.Name}.{part.Name}");
        return null;
    }

    private static bool HasMinus(DutyExpression duty) => duty switch
    {
        DutyExpression.Minus => true,
        DutyExpression.Plus d => HasMinus(d.Left) || HasMinus(d.Right),
        DutyExpression.AtLeast d => HasMinus(d.Duty) || HasMinus(d.Bound),
        DutyExpression.AtMost d => HasMinus(d.Duty) || HasMinus(d.Bound),
        _ => false,
    };
}
