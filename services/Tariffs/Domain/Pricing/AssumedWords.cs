namespace GeoGraph.Tariffs;

/// <summary>Says in words what tests take a fact to be that is not stated.</summary>
internal static class AssumedWords
{
    /// <summary>One sentence without its end, as <c>special_program is not stated: it is taken not to be AU or KR</c>.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="tests">Tests of it, each with its own rule for where it is absent.</param>
    public static string Of(string fact, IEnumerable<CompiledTest> tests)
    {
        var (phrases, excluded) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var test in tests)
        {
            if (IsExclusion(test))
                excluded.UnionWith(test.Values.Select(value => value.Text));
            else
                phrases.Add(Phrase(test));
        }
        if (excluded.Count > 0)
            phrases.Add("not to be " + List(excluded));
        return $"{fact} is not stated: it is taken {string.Join(" and ", phrases)}";
    }

    private static bool IsExclusion(CompiledTest test) => test.Test.Operator switch
    {
        FactOperator.EqualTo or FactOperator.OneOf => test.WhenAbsent == Truth.False,
        FactOperator.NotEqualTo => test.WhenAbsent == Truth.True,
        _ => false,
    };

    private static string Phrase(CompiledTest test)
    {
        var (values, holds) = (List([.. test.Values.Select(value => value.Text)]), test.WhenAbsent == Truth.True);
        return test.Test.Operator switch
        {
            FactOperator.Less => (holds ? "to be below " : "to be at least ") + values,
            FactOperator.AtLeast => (holds ? "to be at least " : "to be below ") + values,
            FactOperator.AtMost => (holds ? "to be at most " : "to be above ") + values,
            FactOperator.Greater => (holds ? "to be above " : "to be at most ") + values,
            _ => "to be " + values,
        };
    }

    private static string List(IReadOnlyCollection<string> values) =>
        values.Count == 1 ? values.First() : $"{string.Join(", ", values.SkipLast(1))} or {values.Last()}";
}
