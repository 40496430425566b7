namespace GeoGraph.Tariffs;

/// <summary>Decides conditions, three-valued: all conditions of a measure hold, each by any of its tests.</summary>
internal static class Verdicts
{
    /// <summary>No open facts.</summary>
    public static readonly SortedSet<string> NoneOpen = new(StringComparer.Ordinal);

    /// <summary>Whether a measure's conditions hold. Where the fact of a test is neither stated nor tried out, the test's own rule decides, except for <paramref name="open"/> facts.</summary>
    public static Truth Of(CompiledMeasure measure, FactSet facts, ISet<string> open)
    {
        var all = Truth.True;
        foreach (var condition in measure.Conditions)
            all = Least(all, Of(condition, facts, open));
        return all;
    }

    /// <summary>Whether one condition holds.</summary>
    public static Truth Of(CompiledCondition condition, FactSet facts, ISet<string> open)
    {
        var any = Truth.False;
        foreach (var test in condition.AnyOf)
            any = Greatest(any, Of(test, facts, open));
        return any;
    }

    /// <summary>Whether a measure's conditions hold by what the entry states alone: a test of another fact is unknown.</summary>
    public static Truth OfStated(CompiledMeasure measure, FactSet facts)
    {
        var all = Truth.True;
        foreach (var condition in measure.Conditions)
        {
            var any = Truth.False;
            foreach (var test in condition.AnyOf)
                any = Greatest(any, facts.States(test.Test.Fact) ? Of(test, facts, NoneOpen) : Truth.Unknown);
            all = Least(all, any);
        }
        return all;
    }

    /// <summary>Whether a candidate applies in a case: its goods hold the code as completed, and its conditions hold on what is stated and tried out.</summary>
    public static bool Applies(Candidate candidate, int completion, FactSet facts) =>
        candidate.CoveredAt?[completion] != false && Of(candidate.Compiled, facts, NoneOpen) == Truth.True;

    /// <summary>Which condition keeps a measure out; where none does, its goods do.</summary>
    public static Verdict Failed(CompiledMeasure measure, FactSet facts, ISet<string> open)
    {
        foreach (var condition in measure.Conditions)
        {
            if (Of(condition, facts, open) != Truth.True)
                return new Verdict(false, condition.Reason);
        }
        return new Verdict(true, "");
    }

    /// <summary>Whether one test holds.</summary>
    public static Truth Of(CompiledTest test, FactSet facts, ISet<string> open)
    {
        if (facts.TryGet(test.Test.Fact, out var value))
            return test.Of(value);
        return open.Contains(test.Test.Fact) ? Truth.Unknown : test.WhenAbsent;
    }

    /// <summary>
    /// Finds the facts that it takes to decide the candidates that what is stated leaves open. A fact that one test leaves open is open
    /// for every test, also for one that would assume: the answer goes through its values, and then nothing is assumed of it.
    /// </summary>
    public static SortedSet<string> Open(List<Candidate> candidates, FactSet facts)
    {
        var open = new SortedSet<string>(StringComparer.Ordinal);
        for (var known = -1; known < open.Count;)
        {
            known = open.Count;
            foreach (var candidate in candidates)
            {
                if (Of(candidate.Compiled, facts, open) == Truth.Unknown)
                    AddOpen(candidate.Compiled, facts, open);
            }
        }
        return open;
    }

    private static void AddOpen(CompiledMeasure measure, FactSet facts, SortedSet<string> open)
    {
        foreach (var condition in measure.Conditions)
        {
            if (Of(condition, facts, open) != Truth.Unknown)
                continue;
            foreach (var test in condition.AnyOf)
            {
                if (Of(test, facts, open) == Truth.Unknown)
                    open.Add(test.Test.Fact);
            }
        }
    }

    private static Truth Least(Truth left, Truth right) => left < right ? left : right;

    private static Truth Greatest(Truth left, Truth right) => left > right ? left : right;
}
