namespace GeoGraph.Core.Graph.Supply;

/// <summary>What the numbers and texts of a question about supply must keep to, refused as <see cref="QueryRules"/> refuses; every store checks with this.</summary>
public static class SupplyRules
{
    private const string Tiers = "max_tiers";

    /// <summary>Checks a question about reach.</summary>
    /// <exception cref="GeoGraphException">A number is out of its bounds, or no type is followed.</exception>
    public static void Check(SupplyReachQuery query)
    {
        var violations = new Violations();
        Check(query.MaxTiers, query.Limit, query.Types, query.FirstTypes, violations);
        violations.ThrowIfAny();
    }

    /// <summary>Checks a question about shared suppliers.</summary>
    /// <exception cref="GeoGraphException">A number is out of its bounds, no type is followed, or fewer than two nodes are named.</exception>
    public static void Check(SharedSupplyQuery query)
    {
        QueryRules.AtMost("of", query.Of.Count, SharedSupplyQuery.MaxOf);
        var violations = new Violations();
        CheckDifferent(query.Of, violations);
        Check(query.MaxTiers, query.Limit, query.Types, query.FirstTypes, violations);
        violations.ThrowIfAny();
    }

    /// <summary>Checks that shared suppliers are asked of different nodes, once former ids are replaced.</summary>
    /// <exception cref="GeoGraphException">Fewer than two, or one twice.</exception>
    public static void CheckDifferent(IReadOnlyList<EntityId> of)
    {
        var violations = new Violations();
        CheckDifferent(of, violations);
        violations.ThrowIfAny();
    }

    /// <summary>Checks a question for a part.</summary>
    /// <exception cref="GeoGraphException">A number is out of its bounds, or no type is followed.</exception>
    public static void Check(SupplyPartQuery query)
    {
        QueryRules.CheckIds("of", query.Of.Count);
        QueryRules.CheckIds("named", query.Named.Count);
        QueryRules.AtMost("max_nodes", query.MaxNodes, GraphLimits.MaxNeighbourhoodNodes);
        var violations = new Violations();
        CheckWalk("max_depth", query.MaxDepth, query.Types, violations);
        if (query.MaxNodes < 1)
            violations.Add("max_nodes", query.MaxNodes.ToString(null, null), "at least one node is read");
        foreach (var walk in query.Further)
            CheckWalk("further", walk.MaxDepth, walk.Types, violations);
        violations.ThrowIfAny();
    }

    /// <summary>The refusal of a question that meets too many nodes.</summary>
    /// <param name="what">What there are too many of.</param>
    /// <param name="count">How many were met before the work stopped.</param>
    public static GeoGraphException TooMany(string what, int count) => GeoGraphException.OverLimit(what, count, GraphLimits.MaxNeighbourhoodNodes);

    private static void Check(int maxTiers, int limit, IReadOnlyCollection<string> types, IReadOnlyCollection<string> firstTypes, Violations violations)
    {
        QueryRules.AtMost("limit", limit, GraphLimits.MaxPageSize);
        QueryRules.CheckIds("first_types", firstTypes.Count);
        CheckWalk(Tiers, maxTiers, types, violations);
        if (limit < 1)
            violations.Add("limit", limit.ToString(null, null), "at least one node is listed");
    }

    private static void CheckDifferent(IReadOnlyList<EntityId> of, Violations violations)
    {
        if (of.Count < 2 || of.Distinct().Count() < of.Count)
            violations.Add("of", string.Join(", ", of), "suppliers are shared by at least two nodes, each named once");
    }

    private static void CheckWalk(string field, int depth, IReadOnlyCollection<string> types, Violations violations)
    {
        QueryRules.AtMost(field, depth, GraphLimits.MaxDepth);
        QueryRules.CheckIds("types", types.Count);
        if (depth < 1)
            violations.Add(field, depth.ToString(null, null), "at least one relation is followed");
        if (types.Count == 0)
            violations.Add("types", "", "at least one type of relation is followed");
    }
}
