namespace GeoGraph.Exposure.Views;

/// <summary>
/// The rule by which an input group's flows get their shares (<see cref="ShareBasis"/>). It never makes up a number: what no
/// source states stays unknown, and so does the share of a flow that the evidence rule leaves out.
/// </summary>
internal static class ShareRule
{
    /// <summary>Applies the rule to the flows of a group that hold on the view's date.</summary>
    public static GroupShares Apply(GraphView view, int group)
    {
        var holding = new List<int>();
        for (var flow = view.Graph.Groups.FirstFlow(group); flow < view.Graph.Groups.EndFlow(group); flow++)
        {
            if (view.Holds(flow))
                holding.Add(flow);
        }
        var (basis, weights) = Weigh(view, holding);
        var sum = weights.Sum(weight => weight ?? 0m);
        var whole = basis == ShareBasis.Values ? sum : Math.Max(1m, sum);
        var known = 0m;
        for (var i = 0; i < holding.Count; i++)
        {
            weights[i] /= whole;
            known += view.Counts(holding[i]) ? weights[i] ?? 0m : 0m;
        }
        var unknown = HasUnknownPart(view, basis, holding, sum) ? Math.Max(0m, 1m - known) : 0m;
        var members = new List<MemberShare>(holding.Count);
        for (var i = 0; i < holding.Count; i++)
        {
            if (view.Counts(holding[i]))
                members.Add(new MemberShare(holding[i], weights[i], weights[i] ?? unknown));
        }
        return new GroupShares(group, basis, members, unknown, holding.Count - members.Count);
    }

    private static (ShareBasis Basis, decimal?[] Weights) Weigh(GraphView view, List<int> holding)
    {
        var flows = view.Graph.Flows;
        decimal?[] values = [.. holding.Select(flows.Value)];
        if (values.All(value => value is not null) && values.Any(value => value > 0m))
            return (ShareBasis.Values, values);
        decimal?[] shares = [.. holding.Select(flows.Share)];
        return (shares.Any(share => share is not null) ? ShareBasis.StatedShares : ShareBasis.None, shares);
    }

    // Where every flow counts and the weights fill the whole, what is missing to one is only the rounding of the division.
    private static bool HasUnknownPart(GraphView view, ShareBasis basis, List<int> holding, decimal sum) =>
        !holding.TrueForAll(view.Counts) || (basis != ShareBasis.Values && sum < 1m);
}
