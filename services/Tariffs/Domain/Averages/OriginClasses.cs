using System.Text;
using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>Origins that no live measure tells apart: the same scopes cover them, and the same tests of the origin hold.</summary>
/// <param name="Origins">The origins, in order.</param>
/// <param name="Covers">For each live measure whether its scope covers them.</param>
/// <param name="Tests">For each live measure what its tests of the origin give, as text; empty where it has none.</param>
internal sealed record OriginClass(IReadOnlyList<EntityId> Origins, bool[] Covers, string[] Tests);

/// <summary>Parts origins into classes.</summary>
internal static class OriginClasses
{
    /// <summary>The classes, in order of their first origin.</summary>
    /// <param name="live">The measures.</param>
    /// <param name="origins">The origins, each once.</param>
    /// <param name="memberships">Which blocs they are of.</param>
    public static IReadOnlyList<OriginClass> Of(LiveMeasures live, IEnumerable<EntityId> origins, MembershipTable memberships)
    {
        var scopes = new Dictionary<string, int>(StringComparer.Ordinal);
        var scopeOf = Array.ConvertAll(live.All, measure => NumberOf(ScopeKey(measure), scopes));
        var samples = Enumerable.Range(0, live.All.Length).GroupBy(place => scopeOf[place]).OrderBy(group => group.Key).Select(group => live.All[group.First()]).ToArray();
        var testers = Enumerable.Range(0, live.All.Length).Where(place => OriginTests(live.All[place]).Any()).ToArray();
        var byKey = new Dictionary<string, (List<EntityId> Origins, bool[] Covered, string[] Tests)>(StringComparer.Ordinal);
        foreach (var origin in origins.Order())
        {
            var groups = memberships.GroupsOf(origin, live.AsOf);
            var covered = Array.ConvertAll(samples, sample => sample.CoversOrigin(groups));
            var tests = Array.ConvertAll(testers, place => Outcomes(live.All[place], origin));
            var key = string.Concat(covered.Select(covers => covers ? '1' : '0')) + '/' + string.Join('/', tests);
            if (!byKey.TryGetValue(key, out var known))
                byKey[key] = known = ([], covered, tests);
            known.Origins.Add(origin);
        }
        return [.. byKey.Values.OrderBy(row => row.Origins[0]).Select(row => new OriginClass(row.Origins, Array.ConvertAll(scopeOf, scope => row.Covered[scope]), Spread(row.Tests)))];

        string[] Spread(string[] tests)
        {
            var all = new string[live.All.Length];
            Array.Fill(all, "");
            for (var i = 0; i < testers.Length; i++)
                all[testers[i]] = tests[i];
            return all;
        }
    }

    private static int NumberOf(string key, Dictionary<string, int> numbers)
    {
        if (!numbers.TryGetValue(key, out var number))
            numbers[key] = number = numbers.Count;
        return number;
    }

    private static string ScopeKey(CompiledMeasure measure) =>
        string.Join(' ', measure.Origins.Order()) + '-' + string.Join(' ', measure.NotOrigins.Order());

    private static IEnumerable<CompiledTest> OriginTests(CompiledMeasure measure) =>
        measure.Conditions.SelectMany(condition => condition.AnyOf).Where(test => test.Test.Fact is FactNames.Origin or FactNames.ExportCountry);

    // Entries are exported from their origin, so one value answers both.
    private static string Outcomes(CompiledMeasure measure, EntityId origin)
    {
        var value = new FactValue(origin.Name, null, null);
        var outcomes = new StringBuilder();
        foreach (var test in OriginTests(measure))
            outcomes.Append(test.Of(value) == Truth.True ? '1' : '0');
        return outcomes.ToString();
    }
}
