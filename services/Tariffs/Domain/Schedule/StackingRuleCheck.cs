using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// Tells usable stacking rules from others. Rules of different order are applied one after the other, so one may answer another;
/// among rules of the same order a cycle (A shuts out B, B shuts out A) has no answer, and every rule in it is refused.
/// </summary>
internal static class StackingRuleCheck
{
    /// <summary>The usable rules, and those refused with the reason, which is also reported.</summary>
    public static (List<StackingRule> Usable, List<RefusedRule> Refused) Sort(IReadOnlyList<StackingRule> rules, List<CompileProblem> problems)
    {
        var inOrder = rules.OrderBy(rule => rule.Order).ThenBy(rule => rule.Id).ToArray();
        var refused = new SortedDictionary<EntityId, RefusedRule>();
        foreach (var rule in inOrder)
        {
            if (Mistake(rule) is { } mistake)
                refused[rule.Id] = new RefusedRule(rule, mistake);
        }
        foreach (var group in inOrder.Where(rule => rule.Kind != StackingKind.HighestOnly && !refused.ContainsKey(rule.Id)).GroupBy(rule => (rule.ImposedById, rule.Order)))
            RefuseCycles([.. group], refused);
        problems.AddRange(refused.Values.Select(entry => new CompileProblem(ProblemKind.Refused, entry.Rule.Id.Value, entry.Reason)));
        return ([.. inOrder.Where(rule => !refused.ContainsKey(rule.Id))], [.. refused.Values]);
    }

    private static string? Mistake(StackingRule rule)
    {
        if (rule.First.Count == 0)
            return "the first group is empty.";
        if (rule.Kind != StackingKind.HighestOnly && rule.Second.Count == 0)
            return "the second group is empty, and a rule of this kind needs one.";
        return rule.Kind == StackingKind.HighestOnly && rule.Second.Count > 0 ? "a rule that keeps the highest has no second group." : null;
    }

    private static void RefuseCycles(StackingRule[] rules, SortedDictionary<EntityId, RefusedRule> refused)
    {
        foreach (var start in rules)
        {
            if (refused.ContainsKey(start.Id) || FindWayBack(start, rules) is not { } cycle)
                continue;
            var shown = string.Join(" → ", cycle.Append(start).Select(rule => rule.Id.Value));
            foreach (var rule in cycle)
                refused[rule.Id] = new RefusedRule(rule, $"rules of one order shut one another out in a circle: {shown}.");
        }
    }

    // Breadth first over "what this rule shuts out is what that rule starts from", so that the circle shown is a shortest one.
    private static List<StackingRule>? FindWayBack(StackingRule start, StackingRule[] rules)
    {
        var ways = new Queue<List<StackingRule>>([[start]]);
        var seen = new HashSet<EntityId>();
        while (ways.TryDequeue(out var way))
        {
            if (Meets(way[^1], start))
                return way;
            foreach (var next in rules)
            {
                if (Meets(way[^1], next) && seen.Add(next.Id))
                    ways.Enqueue([.. way, next]);
            }
        }
        return null;
    }

    private static bool Meets(StackingRule from, StackingRule to) =>
        from.Effective.Overlaps(to.Effective)
        && (from.Known is not { } known || to.Known is not { } other || known.Overlaps(other))
        && from.Second.Intersect(to.First, StringComparer.Ordinal).Any()
        && (from.SecondHeadings.Count == 0 || to.FirstHeadings.Count == 0 || from.SecondHeadings.Intersect(to.FirstHeadings, StringComparer.Ordinal).Any());
}
