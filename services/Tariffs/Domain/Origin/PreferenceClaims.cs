namespace GeoGraph.Tariffs;

/// <summary>
/// What an entry has to state to claim a preference, read off the preference's conditions: the values that satisfy their tests of claims
/// (<see cref="FactNames.IsClaim"/>) and of origin statements (<see cref="FactNames.IsOriginStatement"/>). Where one condition can be satisfied by several
/// such facts, all are stated, as goods that qualify do not stop to where another fact claims them.
/// </summary>
internal static class PreferenceClaims
{
    private const int MostChoices = 16;

    /// <summary>The entry without its claims, and as one whose goods qualify for none of some preferences: an origin statement that nobody makes is false.</summary>
    public static Entry Without(Entry entry, IEnumerable<Measure> preferences)
    {
        var facts = entry.Facts.Where(fact => !IsSettable(fact.Key)).ToDictionary(fact => fact.Key, fact => fact.Value, StringComparer.Ordinal);
        foreach (var statement in preferences.SelectMany(Statements))
            facts[statement] = "false";
        return entry with { Facts = facts };
    }

    /// <summary>The entry with a claim.</summary>
    public static Entry With(Entry bare, IReadOnlyDictionary<string, string> claim)
    {
        var facts = new Dictionary<string, string>(bare.Facts, StringComparer.Ordinal);
        foreach (var (name, value) in claim)
            facts[name] = value;
        return bare with { Facts = facts };
    }

    /// <summary>The ways to claim a measure, up to 16; none where some condition fails whatever is claimed.</summary>
    /// <param name="measure">The preference.</param>
    /// <param name="bare">The entry without claims.</param>
    public static List<Dictionary<string, string>> Of(CompiledMeasure measure, Entry bare) => Choices(measure, bare).FindAll(choice => !Failing(measure, bare, choice).Any());

    /// <summary>
    /// The first way to claim a measure, and the reason of the condition that denies it, where that turns on the stated regional value content alone: such a preference is open,
    /// and the goods do not qualify for it. Null where nothing else fails, or something else does.
    /// </summary>
    public static (IReadOnlyDictionary<string, string> Claim, string Reason)? Denied(CompiledMeasure measure, Entry bare)
    {
        foreach (var choice in Choices(measure, bare))
        {
            var failing = Failing(measure, bare, choice).ToList();
            if (failing.Count > 0 && failing.TrueForAll(condition => Array.TrueForAll(condition.AnyOf, test => test.Test.Fact == FactNames.RegionalValueContent)))
                return (choice, failing[0].Reason);
        }
        return null;
    }

    /// <summary>The letters by which a preference is claimed.</summary>
    public static IEnumerable<string> Programs(Measure measure) =>
        measure.Conditions.SelectMany(condition => condition.AnyOf).Where(test => test.Fact == FactNames.SpecialProgram)
            .SelectMany(test => test.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal);

    /// <summary>The origin statements that a preference's conditions read.</summary>
    public static IEnumerable<string> Statements(Measure measure) =>
        measure.Conditions.SelectMany(condition => condition.AnyOf).Select(test => test.Fact).Where(FactNames.IsOriginStatement).Distinct(StringComparer.Ordinal);

    private static IEnumerable<CompiledCondition> Failing(CompiledMeasure measure, Entry bare, IReadOnlyDictionary<string, string> choice)
    {
        var claimed = With(bare, choice);
        return measure.Conditions.Where(condition => EntryFacts.Of(condition, claimed) == Truth.False);
    }

    private static List<Dictionary<string, string>> Choices(CompiledMeasure measure, Entry bare)
    {
        var choices = new List<Dictionary<string, string>> { new(StringComparer.Ordinal) };
        foreach (var condition in measure.Conditions)
        {
            if (EntryFacts.Of(condition, bare) == Truth.True)
                continue;
            foreach (var test in condition.AnyOf)
            {
                if (IsSettable(test.Test.Fact) && test.Test.Operator is FactOperator.EqualTo or FactOperator.OneOf)
                    choices = [.. choices.SelectMany(choice => Extend(choice, test)).Take(MostChoices)];
            }
        }
        return choices;
    }

    private static bool IsSettable(string fact) => FactNames.IsClaim(fact) || FactNames.IsOriginStatement(fact);

    // A fact that an earlier test set keeps its value; whether that satisfies this test too is seen once all are set.
    private static IEnumerable<Dictionary<string, string>> Extend(Dictionary<string, string> choice, CompiledTest test)
    {
        if (choice.ContainsKey(test.Test.Fact))
            return [choice];
        return test.Values.Select(value => new Dictionary<string, string>(choice, StringComparer.Ordinal) { [test.Test.Fact] = value.Text });
    }
}
