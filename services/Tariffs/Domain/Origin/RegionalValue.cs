namespace GeoGraph.Tariffs;

/// <summary>
/// Regional value content. With V the value that the formula divides by, F the foreign inputs (the counted ones for a focused value), R the region's inputs
/// and t the least share: build-down asks (V − F) ÷ V ≥ t, build-up R ÷ V ≥ t.
/// </summary>
internal static class RegionalValue
{
    /// <summary>Judges inputs.</summary>
    public static CriterionResult Judge(OriginCriterion criterion, OriginInputs inputs)
    {
        var (bill, of) = (inputs.Bill, criterion.Formula.Base());
        var result = new CriterionResult { Requirement = Requirement(criterion), Met = Truth.Unknown, Threshold = criterion.Threshold };
        if (!bill.SaysInputs && bill.StatedRegionalValue is { } stated)
            return OriginShares.Decide(result with { Calculation = $"{OriginWords.Percent(stated)} is stated" }, criterion, stated, 1m) with { ShortByValue = null };
        if (bill.ValueOf(of) is not { } value)
            return result with { Missing = [of.Field()], Change = $"state {of.Field()}" };
        if (!bill.SaysInputs)
            return result with { Missing = ["materials"], Change = "list the materials" };
        return criterion.Formula.IsBuildUp() ? BuildUp(result, criterion, inputs.RegionalValue, value) : BuildDown(result, criterion, inputs, value);
    }

    private static CriterionResult BuildUp(CriterionResult result, OriginCriterion criterion, decimal regional, decimal value)
    {
        var decided = OriginShares.Decide(
            result with { Calculation = $"{OriginWords.Amount(regional)} ÷ {OriginWords.Amount(value)}" }, criterion, regional, value);
        return decided.Met == Truth.True ? decided
            : decided with { Change = $"raise the value of the region's inputs by {OriginWords.Cents(decided.ShortByValue)}" };
    }

    private static CriterionResult BuildDown(CriterionResult result, OriginCriterion criterion, OriginInputs inputs, decimal value)
    {
        var isFocused = criterion.Formula == OriginFormula.FocusedValue;
        var unclear = isFocused ? inputs.Foreign.Where(input => IsUnclear(input, criterion)).ToList() : [];
        var foreign = isFocused ? inputs.Foreign.Where(input => OriginCodes.Covers(criterion.Counted, input.Material.Code) == Truth.True).Sum(input => input.ForeignValue) : inputs.ForeignValue;
        var words = $"({OriginWords.Amount(value)} − {OriginWords.Amount(foreign)}) ÷ {OriginWords.Amount(value)}";
        var decided = OriginShares.Decide(result with { Calculation = words }, criterion, value - foreign, value);
        if (unclear.Count > 0 && decided.Met == Truth.True)
        {
            var least = OriginShares.Decide(result with { Calculation = words }, criterion, value - foreign - unclear.Sum(input => input.ForeignValue), value);
            if (least.Met != Truth.True)
                return result with { Missing = [.. unclear.Select(input => input.Field("hs"))], Change = $"give the codes of {OriginWords.Names(unclear)}" };
        }
        return decided.Met == Truth.True ? decided
            : decided with { Change = $"reduce non-originating value by {OriginWords.Cents(decided.ShortByValue)}" };
    }

    private static bool IsUnclear(OriginInput input, OriginCriterion criterion) => OriginCodes.Covers(criterion.Counted, input.Material.Code) == Truth.Unknown;

    private static string Requirement(OriginCriterion criterion)
    {
        var words = $"regional value content of at least {OriginWords.Percent(criterion.Threshold)} of {criterion.Formula.Base().Words()}";
        return criterion.Formula switch
        {
            OriginFormula.BuildUp or OriginFormula.FobBuildUp => words + ", build-up",
            OriginFormula.BuildDown => words + ", build-down",
            OriginFormula.FocusedValue => $"{words}, foreign inputs of {OriginCodes.Words(criterion.Counted)} alone counted",
            _ => words,
        };
    }
}
