namespace GeoGraph.Tariffs;

/// <summary>Requirements that are shares of a value.</summary>
internal static class OriginShares
{
    /// <summary>Places to which a share is told; what is met or not is decided exactly.</summary>
    private const int Places = 10;

    /// <summary>
    /// Decides whether <paramref name="part"/> over <paramref name="whole"/> reaches the threshold, rounded where the requirement says so; what is short is the least that
    /// the part has to grow by, the whole unchanged.
    /// </summary>
    public static CriterionResult Decide(CriterionResult result, OriginCriterion criterion, decimal part, decimal whole)
    {
        var least = LeastShare(criterion);
        var isMet = part >= least * whole;
        var share = decimal.Round(part / whole, Places, MidpointRounding.ToZero);
        var words = criterion.RoundPercentPlaces is { } places
            ? $"{OriginWords.Percent(share)}, rounded {OriginWords.Percent(Math.Round(part / whole, places + 2, MidpointRounding.AwayFromZero))}"
            : OriginWords.Percent(share);
        return result with
        {
            Met = isMet ? Truth.True : Truth.False,
            Value = share,
            Calculation = result.Calculation.EndsWith("stated", StringComparison.Ordinal) ? result.Calculation : $"{result.Calculation} = {words}",
            ShortByValue = isMet ? null : OriginWords.UpToCents((least * whole) - part),
            Change = isMet ? "" : $"raise it to {OriginWords.Percent(criterion.Threshold)}",
        };
    }

    /// <summary>Labour value over what the formula divides by.</summary>
    public static CriterionResult OfLabour(OriginCriterion criterion, OriginBill bill)
    {
        var of = criterion.Formula.Base();
        var result = new CriterionResult
        {
            Requirement = $"labour value of at least {OriginWords.Percent(criterion.Threshold)} of {of.Words()}",
            Met = Truth.Unknown,
            Threshold = criterion.Threshold,
        };
        string[] missing = [.. bill.LabourValue is null ? ["labour_value"] : Array.Empty<string>(), .. bill.ValueOf(of) is null ? [of.Field()] : Array.Empty<string>()];
        if (bill.LabourValue is not { } labour || bill.ValueOf(of) is not { } value)
            return result with { Missing = missing, Change = $"state {string.Join(" and ", missing)}" };
        var decided = Decide(result with { Calculation = $"{OriginWords.Amount(labour)} ÷ {OriginWords.Amount(value)}" }, criterion, labour, value);
        return decided.Met == Truth.True ? decided : decided with { Change = $"raise the labour value by {OriginWords.Cents(decided.ShortByValue)}" };
    }

    /// <summary>The region's share of the inputs of one kind. A bill that names none of the kind leaves it open.</summary>
    public static CriterionResult OfMaterial(OriginCriterion criterion, OriginInputs inputs)
    {
        var result = new CriterionResult
        {
            Requirement = $"at least {OriginWords.Percent(criterion.Threshold)} of {criterion.Material.Replace('_', ' ')} from the region",
            Met = Truth.Unknown,
            Threshold = criterion.Threshold,
        };
        var named = inputs.All.Where(input => input.Material.Kind.Equals(criterion.Material, StringComparison.OrdinalIgnoreCase)).ToList();
        var (whole, foreign) = (named.Sum(input => input.Material.Value), named.Sum(input => input.ForeignValue));
        if (whole <= 0m)
            return result with { Missing = ["materials"], Change = $"name the materials of kind {criterion.Material}" };
        var words = $"({OriginWords.Amount(whole)} − {OriginWords.Amount(foreign)}) ÷ {OriginWords.Amount(whole)}";
        var decided = Decide(result with { Calculation = words }, criterion, whole - foreign, whole);
        return decided.Met == Truth.True ? decided : decided with
        {
            Failing = [.. named.Where(input => input.ForeignValue > 0m).Select(input => input.Label)],
            Change = $"replace foreign {criterion.Material.Replace('_', ' ')} worth {OriginWords.Cents(decided.ShortByValue)} by the region's",
        };
    }

    // The least share that is the threshold once rounded: half a unit of the last place below it.
    private static decimal LeastShare(OriginCriterion criterion)
    {
        if (criterion.RoundPercentPlaces is not { } places)
            return criterion.Threshold;
        var unit = new decimal(1, 0, 0, false, (byte)(places + 2));
        var rounded = Math.Ceiling(criterion.Threshold / unit) * unit;
        return rounded - (unit / 2m);
    }
}
