using System.Collections.Frozen;

namespace GeoGraph.Tariffs;

/// <summary>What each fact is compared as by all the tests in force, so that a fact of another kind is refused at the door.</summary>
internal static class FactKindTable
{
    /// <summary>What the tests of one measure compare each fact as, in their order.</summary>
    public static (string Fact, FactKind Kind)[] Of(CompiledCondition[] conditions) =>
        [.. conditions.SelectMany(condition => condition.AnyOf).Select(test => (test.Test.Fact, KindOf(test))).Distinct()];

    /// <summary>The kind of each fact that some test or quota reads; facts read as two kinds are reported and count as words.</summary>
    public static FrozenDictionary<string, FactKind> Of(CompiledMeasure[] measures, QuotaTable quotas, List<CompileProblem> problems)
    {
        var kinds = new Dictionary<string, (FactKind Kind, string Measure)>(StringComparer.Ordinal);
        foreach (var measure in measures)
        {
            foreach (var (fact, kind) in measure.Facts)
            {
                if (kinds.TryAdd(fact, (kind, measure.Measure.Id.Value)) || kinds[fact].Kind == kind)
                    continue;
                var (other, where) = kinds[fact];
                problems.Add(new CompileProblem(ProblemKind.Doubtful, measure.Measure.Id.Value,
                    $"the fact '{fact}' is compared as {Name(kind)} here and as {Name(other)} by {where}."));
                kinds[fact] = (FactKind.Word, where);
            }
        }
        foreach (var (fact, kind) in quotas.FactKinds())
            kinds.TryAdd(fact, (kind, ""));
        return kinds.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Kind, StringComparer.Ordinal);
    }

    /// <summary>The kind in words.</summary>
    public static string Name(FactKind kind) => kind switch
    {
        FactKind.Number => "a number",
        FactKind.Date => "a date as 2025-04-05",
        FactKind.YesNo => "true or false",
        _ => "a word",
    };

    private static FactKind KindOf(CompiledTest test) =>
        test.Values.Select(value => value.Kind).Distinct().Count() == 1 ? test.Values[0].Kind : FactKind.Word;
}
