namespace GeoGraph.Tariffs;

/// <summary>Finds what an answer took to be so because the entry does not say.</summary>
internal static class Assumptions
{
    private static readonly SortedSet<string> NoneOpen = new(StringComparer.Ordinal);

    /// <summary>Every assumption on which the decision of some candidate rests, and those of bases, in order.</summary>
    public static IReadOnlyList<DutyAssumption> Of(List<Candidate> candidates, FactSet facts, ISet<string> open, IEnumerable<string> contents)
    {
        var found = new List<DutyAssumption>();
        foreach (var candidate in candidates)
            AddOf(candidate.Compiled, facts, open, found);
        foreach (var content in contents)
        {
            var isContent = content.StartsWith(FactNames.ContentValue, StringComparison.Ordinal);
            found.Add(new DutyAssumption(content, "", $"{content} is not stated: {(isContent ? "the whole value is taken to be that content" : "it is taken to be 0")}"));
        }
        return found;
    }

    private static void AddOf(CompiledMeasure measure, FactSet facts, ISet<string> open, List<DutyAssumption> found)
    {
        if (measure.Conditions.Length == 0 || !RestsOnAbsence(measure, facts))
            return;
        foreach (var condition in measure.Conditions)
        {
            foreach (var test in condition.AnyOf)
            {
                if (facts.TryGet(test.Test.Fact, out _) || open.Contains(test.Test.Fact) || StatedTruth(condition, facts) == Truth.True)
                    continue;
                var holds = test.WhenAbsent == Truth.True;
                found.Add(new DutyAssumption(test.Test.Fact, measure.Measure.Id.Value,
                    $"{test.Test.Fact} is not stated: '{test.Test.Fact} {Words(test.Test)}' is taken {(holds ? "to hold" : "not to hold")}"));
            }
        }
    }

    // Decided by stated facts alone, the measure would be open: so what is absent decides it.
    private static bool RestsOnAbsence(CompiledMeasure measure, FactSet facts)
    {
        var all = Truth.True;
        foreach (var condition in measure.Conditions)
        {
            var truth = StatedTruth(condition, facts);
            all = truth < all ? truth : all;
        }
        return all == Truth.Unknown;
    }

    private static Truth StatedTruth(CompiledCondition condition, FactSet facts)
    {
        var any = Truth.False;
        foreach (var test in condition.AnyOf)
        {
            var truth = facts.States(test.Test.Fact) ? Verdicts.Of(test, facts, NoneOpen) : Truth.Unknown;
            any = truth > any ? truth : any;
        }
        return any;
    }

    private static string Words(FactTest test) => test.Operator switch
    {
        FactOperator.EqualTo => $"is {test.Value}",
        FactOperator.NotEqualTo => $"is not {test.Value}",
        FactOperator.Less => $"below {test.Value}",
        FactOperator.AtMost => $"at most {test.Value}",
        FactOperator.Greater => $"above {test.Value}",
        FactOperator.AtLeast => $"at least {test.Value}",
        _ => $"one of {test.Value}",
    };
}
