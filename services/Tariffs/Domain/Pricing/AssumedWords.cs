namespace GeoGraph.Tariffs;

/// <summary>Says in words what tests take a fact to be that is not stated.</summary>
internal static class AssumedWords
{
    private const string Below = "to be below ";
    private const string AtMost = "to be at most ";
    private const string Above = "to be above ";
    private const string AtLeast = "to be at least ";

    /// <summary>One sentence without its end, as <c>special_program is not stated: it is taken not to be AU or KR</c>.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="tests">Tests of it, each with its own rule for where it is absent.</param>
    public static string Of(string fact, IEnumerable<CompiledTest> tests)
    {
        var excluded = new SortedSet<string>(StringComparer.Ordinal);
        var taken = new SortedDictionary<string, CompiledTest>(StringComparer.Ordinal);
        foreach (var test in tests)
        {
            if (IsExclusion(test))
                excluded.UnionWith(test.Values.Select(value => value.Text));
            else if (!taken.TryGetValue(Words(test), out var other) || IsStricter(test, other))
                taken[Words(test)] = test;
        }
        var phrases = taken.Select(pair => pair.Key + List([.. pair.Value.Values.Select(value => value.Text)]));
        return $"{fact} is not stated: it is taken {string.Join(" and ", excluded.Count == 0 ? phrases : phrases.Append("not to be " + List(excluded)))}";
    }

    private static bool IsExclusion(CompiledTest test) => test.Test.Operator switch
    {
        FactOperator.EqualTo or FactOperator.OneOf => test.WhenAbsent == Truth.False,
        FactOperator.NotEqualTo => test.WhenAbsent == Truth.True,
        _ => false,
    };

    private static string Words(CompiledTest test)
    {
        var holds = test.WhenAbsent == Truth.True;
        return test.Test.Operator switch
        {
            FactOperator.Less => holds ? Below : AtLeast,
            FactOperator.AtLeast => holds ? AtLeast : Below,
            FactOperator.AtMost => holds ? AtMost : Above,
            FactOperator.Greater => holds ? Above : AtMost,
            _ => "to be ",
        };
    }

    // Of two bounds on the same side the narrower one says both.
    private static bool IsStricter(CompiledTest left, CompiledTest right) => Words(left) switch
    {
        AtLeast or Above => left.Values[0].Compare(right.Values[0]) > 0,
        Below or AtMost => left.Values[0].Compare(right.Values[0]) < 0,
        _ => false,
    };

    private static string List(IReadOnlyCollection<string> values) =>
        values.Count == 1 ? values.First() : $"{string.Join(", ", values.SkipLast(1))} or {values.Last()}";
}
