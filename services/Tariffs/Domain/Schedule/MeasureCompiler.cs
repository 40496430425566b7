using System.Collections.Frozen;
using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>Makes one measure ready for pricing, or notes every reason why it is not.</summary>
internal static class MeasureCompiler
{
    /// <summary>Compiles a measure. A refused one keeps its scope, so that answers can name it.</summary>
    public static CompiledMeasure Compile(int number, Measure measure, ListNumbers lists)
    {
        var mistakes = new List<string>();
        var goods = Goods(measure.Goods, lists, mistakes);
        var duty = Duty(measure, mistakes);
        var conditions = measure.Conditions.Select(condition => ConditionOf(condition, mistakes)).ToArray();
        if (measure.Type.BearsDuty() && measure.Authority.Length == 0)
            mistakes.Add("authority is empty: every measure with a duty names the family that it belongs to");
        var refusal = mistakes.Count == 0 ? null : string.Join("; ", mistakes);
        return new CompiledMeasure
        {
            Number = number,
            Measure = measure,
            Duty = duty,
            Goods = goods,
            Conditions = conditions,
            Origins = measure.Origins.IncludeIds.ToFrozenSet(),
            NotOrigins = measure.Origins.ExcludeIds.ToFrozenSet(),
            Refusal = refusal,
            Facts = refusal is null ? FactKindTable.Of(conditions) : [],
        };
    }

    /// <summary>Reads goods. Those that cannot be read count as all, so that no answer passes over a refused measure in silence.</summary>
    public static CompiledGoods Goods(GoodsScope scope, ListNumbers lists, List<string> mistakes)
    {
        var before = mistakes.Count;
        var include = Spans(scope.Include, "goods.include", mistakes);
        var exclude = Spans(scope.Exclude, "goods.exclude", mistakes);
        var includeLists = Numbers(scope.IncludeListIds, "goods.include_list_ids", lists, mistakes);
        var excludeLists = Numbers(scope.ExcludeListIds, "goods.exclude_list_ids", lists, mistakes);
        if (mistakes.Count > before)
            return CompiledGoods.All;
        return new CompiledGoods(scope.Include.Count == 0 && scope.IncludeListIds.Count == 0, include, exclude, includeLists, excludeLists);
    }

    private static DatedSpans Spans(IReadOnlyList<string> codes, string field, List<string> mistakes)
    {
        var spans = new List<DatedSpan>(codes.Count);
        foreach (var code in codes)
        {
            if (CodeSpan.TryParse(code, out var span))
                spans.Add(new DatedSpan(span, ValidPeriod.Always, null));
            else
                mistakes.Add($"{field}: '{code}' is no code: {CodeSpan.Rule}");
        }
        return new DatedSpans(spans);
    }

    private static int[] Numbers(IReadOnlyList<string> ids, string field, ListNumbers lists, List<string> mistakes)
    {
        var numbers = new List<int>(ids.Count);
        foreach (var id in ids)
        {
            if (lists.Of(id) is { } number)
                numbers.Add(number);
            else
                mistakes.Add($"{field}: there is no goods list '{id}'");
        }
        return [.. numbers];
    }

    private static DutyExpression? Duty(Measure measure, List<string> mistakes)
    {
        if (!measure.Type.BearsDuty() && measure.Type != MeasureType.BoundRate)
            return null;
        if (measure.Duty.Length == 0)
        {
            mistakes.Add("duty is empty, and a measure of this type bears one");
            return null;
        }
        if (!DutyParser.TryParse(measure.Duty, out var duty, out var error))
        {
            mistakes.Add($"duty: '{measure.Duty}' is not a duty: {error}");
            return null;
        }
        if (duty is DutyExpression.Words)
            mistakes.Add($"{measure.Title}: the duty is stated in words that cannot be computed, as {measure.Duty}");
        if (measure.Type == MeasureType.AdditionalDuty && duty is DutyExpression.Minus { Left: DutyExpression.Applicable })
            mistakes.Add($"duty: '{measure.Duty}' lowers the ordinary duty, which an additional duty does not");
        if (measure.Type.IsCharge() && duty is DutyExpression.Floor or DutyExpression.Cap or DutyExpression.MostFavoured)
            mistakes.Add($"duty: '{measure.Duty}' relates to duty, and a fee or tax does not");
        return duty;
    }

    private static CompiledCondition ConditionOf(Condition condition, List<string> mistakes)
    {
        if (condition.AnyOf.Count == 0)
            mistakes.Add($"the condition '{condition.Reason}' has no test");
        return new CompiledCondition([.. condition.AnyOf.Select(test => Test(test, mistakes))], condition.Reason);
    }

    private static CompiledTest Test(FactTest test, List<string> mistakes)
    {
        var isPlace = test.Fact is FactNames.Origin or FactNames.ExportCountry;
        var words = test.Operator == FactOperator.OneOf ? test.Value.Split(',', StringSplitOptions.TrimEntries) : [test.Value.Trim()];
        var values = Array.ConvertAll(words, word => FactValue.Read(isPlace ? word[(word.IndexOf(':', StringComparison.Ordinal) + 1)..] : word));
        var ranks = test.Operator is FactOperator.Less or FactOperator.AtMost or FactOperator.Greater or FactOperator.AtLeast;
        if (test.Fact.Length == 0 || words.Any(word => word.Length == 0))
            mistakes.Add($"the test of '{test.Fact}' lacks a fact or a value");
        else if (ranks && values[0].Kind is not (FactKind.Number or FactKind.Date))
            mistakes.Add($"the test of '{test.Fact}' compares by size with '{test.Value}', which is neither a number nor a date");
        return new CompiledTest(test, values);
    }
}
