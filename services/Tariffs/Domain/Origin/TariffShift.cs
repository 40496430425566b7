using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// Change of tariff chapter, heading or subheading: the code of every foreign input differs from the good's at that length, and is none of the exceptions.
/// A tolerance forgives inputs that fail up to a share of the good's value.
/// </summary>
internal static class TariffShift
{
    /// <summary>Judges inputs.</summary>
    public static CriterionResult Judge(OriginRule rule, OriginCriterion criterion, OriginInputs inputs)
    {
        var result = new CriterionResult { Requirement = Requirement(criterion), Met = Truth.True };
        if (!inputs.Bill.SaysInputs)
            return result with { Met = Truth.Unknown, Missing = ["materials"], Change = "list the materials" };
        var good = HsCode.Parse(inputs.Bill.Code).Digits;
        var judged = inputs.Foreign.Select(input => (Input: input, Shifts: Shifts(criterion, good, input.Material.Code))).ToList();
        List<OriginInput> failing = [.. judged.Where(row => row.Shifts == Truth.False).Select(row => row.Input)];
        List<OriginInput> unclear = [.. judged.Where(row => row.Shifts == Truth.Unknown).Select(row => row.Input)];
        if (failing.Count + unclear.Count == 0)
            return result;
        return rule.Tolerance is { } tolerance
            ? WithTolerance(result, criterion, tolerance, rule.ToleranceBase, (inputs.Bill, failing, unclear))
            : Strict(result, criterion, good, failing, unclear);
    }

    private static CriterionResult Strict(CriterionResult result, OriginCriterion criterion, string good, List<OriginInput> failing, List<OriginInput> unclear) =>
        failing.Count > 0
            ? Failed(result, criterion, failing, Value(failing), "")
            : result with { Met = Truth.Unknown, Missing = Codes(good, criterion, unclear), Change = $"give longer codes of {OriginWords.Names(unclear)}" };

    private static CriterionResult WithTolerance(
        CriterionResult result, OriginCriterion criterion, decimal tolerance, OriginValue of, (OriginBill Bill, List<OriginInput> Failing, List<OriginInput> Unclear) inputs)
    {
        var (bill, failing, unclear) = inputs;
        if (bill.ValueOf(of) is not { } value)
            return result with { Met = Truth.Unknown, Missing = [of.Field()], Change = $"state {of.Field()}, by which a tolerance of {OriginWords.Percent(tolerance)} is reckoned" };
        var (failed, open, most) = (Value(failing), Value(unclear), tolerance * value);
        var words = $"{OriginWords.Amount(failed)} of inputs that do not shift ÷ {OriginWords.Amount(value)} = {OriginWords.Percent(failed / value)}, tolerance {OriginWords.Percent(tolerance)}";
        if (failed > most)
            return Failed(result, criterion, failing, failed - most, words);
        if (failed + open > most)
            return result with { Met = Truth.Unknown, Missing = Codes(HsCode.Parse(bill.Code).Digits, criterion, unclear), Change = $"give longer codes of {OriginWords.Names(unclear)}", Calculation = words };
        return failing.Count == 0 ? result : result with { Calculation = words, Forgiven = failed / value };
    }

    private static CriterionResult Failed(CriterionResult result, OriginCriterion criterion, List<OriginInput> failing, decimal excess, string words)
    {
        var length = Math.Max(criterion.ShiftDigits, 4);
        var places = failing.Select(input => OriginCodes.Head(input.Material.Code, length)).Distinct().Order(StringComparer.Ordinal).ToList();
        var share = excess < Value(failing) ? $"at least {OriginWords.Cents(OriginWords.UpToCents(excess))} of " : "";
        return result with
        {
            Met = Truth.False,
            Calculation = words,
            Failing = [.. failing.Select(input => input.Label)],
            ShortByValue = OriginWords.UpToCents(excess),
            Change = $"replace {share}materials of {(length == 4 ? "heading" : "subheading")} {OriginWords.List(places)} ({OriginWords.Names(failing)}) by the region's",
        };
    }

    private static Truth Shifts(OriginCriterion criterion, string good, string code)
    {
        if (OriginCodes.Covers(criterion.Except, code) is var barred && barred == Truth.True)
            return Truth.False;
        if (barred == Truth.False && OriginCodes.Covers(criterion.Allowed, code) == Truth.True)
            return Truth.True;
        var differs = Differs(good, code, criterion.ShiftDigits);
        if (differs == Truth.False && OriginCodes.Covers(criterion.Allowed, code) != Truth.False)
            differs = Truth.Unknown;
        return barred == Truth.Unknown && differs == Truth.True ? Truth.Unknown : differs;
    }

    private static Truth Differs(string good, string code, int digits)
    {
        var input = HsCode.TryParse(code, out var read) ? read.Digits : "";
        var shared = Math.Min(digits, Math.Min(good.Length, input.Length));
        if (string.CompareOrdinal(good, 0, input, 0, shared) != 0)
            return Truth.True;
        return shared == digits ? Truth.False : Truth.Unknown;
    }

    private static string[] Codes(string good, OriginCriterion criterion, List<OriginInput> unclear) =>
        [.. good.Length < criterion.ShiftDigits ? ["hs"] : Array.Empty<string>(), .. unclear.Select(input => input.Field("hs"))];

    private static decimal Value(List<OriginInput> inputs) => inputs.Sum(input => input.Material.Value);

    private static string Requirement(OriginCriterion criterion)
    {
        var what = criterion.ShiftDigits switch { 2 => "chapter", 4 => "heading", _ => "subheading" };
        var except = criterion.Except.Count == 0 ? "" : $", except from {OriginCodes.Words(criterion.Except)}";
        var allowed = criterion.Allowed.Count == 0 ? "" : $", inputs of {OriginCodes.Words(criterion.Allowed)} aside";
        return $"every foreign input comes from another {what}{except}{allowed}";
    }
}
