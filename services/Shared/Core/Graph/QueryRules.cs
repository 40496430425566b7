namespace GeoGraph.Core.Graph;

/// <summary>
/// What the numbers and texts of a query must keep to. Too much is <see cref="ErrorReason.LimitExceeded"/>, nonsense is
/// <see cref="ErrorReason.InvalidRequest"/>; every store checks with this, so that all stores refuse alike.
/// </summary>
public static class QueryRules
{
    /// <summary>Checks the number of ids in a point read or one of a query's sets.</summary>
    /// <exception cref="GeoGraphException">More than <see cref="GraphLimits.MaxIdsPerQuery"/>.</exception>
    public static void CheckIds(string field, int count) => AtMost(field, count, GraphLimits.MaxIdsPerQuery);

    /// <summary>Checks a list of nodes.</summary>
    /// <exception cref="GeoGraphException">A number is out of its bounds.</exception>
    public static void Check(NodeQuery query)
    {
        CheckLimit(query.Limit);
        CheckIds("labels", query.Labels.Count);
        CheckIds("refers_to", query.RefersTo.Count);
    }

    /// <summary>Checks a list of relations.</summary>
    /// <exception cref="GeoGraphException">A number is out of its bounds.</exception>
    public static void Check(RelationQuery query)
    {
        CheckLimit(query.Limit);
        CheckIds("types", query.Types.Count);
        CheckIds("from", query.From.Count);
        CheckIds("to", query.To.Count);
        CheckIds("touching", query.Touching.Count);
        CheckIds("refers_to", query.RefersTo.Count);
    }

    /// <summary>Checks a search by name.</summary>
    /// <returns>The folded text.</returns>
    /// <exception cref="GeoGraphException">A number is out of its bounds, or the text is blank.</exception>
    public static string Check(NameQuery query)
    {
        CheckLimit(query.Limit);
        CheckIds("labels", query.Labels.Count);
        AtMost("text", query.Text.Length, GraphLimits.MaxNameQueryLength);
        var folded = NameFolding.Fold(query.Text);
        if (folded.Length == 0)
            throw GeoGraphException.Invalid([new FieldViolation("text", query.Text, "a name to look for is not blank")]);
        return folded;
    }

    /// <summary>Checks a walk.</summary>
    /// <exception cref="GeoGraphException">A number is out of its bounds, or there is no root.</exception>
    public static void Check(NeighbourhoodQuery query)
    {
        AtMost("max_depth", query.MaxDepth, GraphLimits.MaxDepth);
        AtMost("max_nodes", query.MaxNodes, GraphLimits.MaxNeighbourhoodNodes);
        CheckIds("roots", query.Roots.Count);
        CheckIds("types", query.Types.Count);
        var violations = new Violations();
        if (query.Roots.Count == 0)
            violations.Add("roots", "", "a walk starts from at least one node");
        if (query.MaxDepth < 0)
            violations.Add("max_depth", query.MaxDepth.ToString(null, null), "a depth is not negative");
        if (query.MaxNodes < 1)
            violations.Add("max_nodes", query.MaxNodes.ToString(null, null), "at least one node is returned");
        violations.ThrowIfAny();
    }

    private static void CheckLimit(int limit)
    {
        AtMost("page_size", limit, GraphLimits.MaxPageSize);
        if (limit < 1)
            throw GeoGraphException.Invalid([new FieldViolation("page_size", limit.ToString(null, null), "a page has at least one item")]);
    }

    internal static void AtMost(string field, int given, int allowed)
    {
        if (given > allowed)
            throw GeoGraphException.OverLimit(field, given, allowed);
    }
}
