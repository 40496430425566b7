using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Disruption;

/// <summary>
/// What a shock does to everybody downstream while it lasts and no stock is left (<see cref="LossFormula"/>, <see cref="LossField"/>), and
/// whose loss alone costs most. Every tier counts: a net that is cut off at a depth gives wrong answers.
/// </summary>
internal static class DisruptionMeasures
{
    private const string Formula =
        "h(j) = m - sum over inessential groups w*max(0, m - a(g)), m = min over essential groups a(g), a(g) = sum share*delivered*h(i), w = group's part of the value of all inputs; greatest fixpoint";

    private const string Note =
        "Fixed proportions without stocks, substitutes or rerouting: how deep the loss goes once stocks are used up, and not a forecast.";

    private static readonly Measure Disruption = new("disruption", Formula, Note);

    private static readonly Measure Ranking = new(
        "disruption-ranking", "output lost by the others, sum output*(1 - h), when one node alone is gone, for every node; " + Formula,
        Note + " All nodes are compared in double precision; the figures listed are worked out in decimal.");

    /// <summary>The levels of all nodes that lose output.</summary>
    /// <param name="view">The graph.</param>
    /// <param name="shock">What goes wrong; a shock that takes nothing away changes nothing.</param>
    /// <param name="of">Narrows what is listed to these nodes, whether or not they lose; empty for all that lose.</param>
    /// <param name="lostDemand">True to work out as well what suppliers lose in demand (<see cref="LostDemand"/>).</param>
    /// <param name="limits">How many flows and results.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="GeoGraphException">NotFound where a node is absent; InvalidRequest with every field out of bounds.</exception>
    public static DisruptionAnswer Levels(
        GraphView view, Shock shock, IReadOnlyList<EntityId> of, bool lostDemand, TraceLimits limits, CancellationToken cancellationToken)
    {
        Check(limits);
        var resolved = ResolvedShock.Of(view, shock);
        HashSet<int> wanted = [.. of.Select(id => GroupSelection.FindNode(view, id))];
        var losses = ShockLosses.Of(new InputNet(view), resolved, limits, cancellationToken);
        var demand = lostDemand ? LostDemand.Of(losses, limits, cancellationToken) : null;
        var writer = new LevelWriter(losses, demand);
        var (nodes, total) = writer.Nodes(wanted, limits.MaxResults, cancellationToken);
        var pruned = losses.PrunedBy | (demand?.PrunedBy ?? PrunedBy.Nothing) | (total > nodes.Count ? PrunedBy.Limit : PrunedBy.Nothing);
        var completeness = new Completeness(pruned, losses.Order.Count, losses.Order.FlowCount);
        var basis = AnswerBasis.Of(view, Disruption, completeness, [
            .. shock.Parameters(), ("of", string.Join(' ', of.Order())), ("lost_demand", lostDemand ? "true" : "false"),
            ("tolerance_in_circles", DecimalText.Print(LossField.Tolerance)), ("max_rounds_in_circles", LossField.MaxRoundsInCircles.ToString(null, null))]);
        return new DisruptionAnswer(basis, nodes, total, writer.Output(), losses.IsSettled);
    }

    /// <summary>All nodes by what the loss of each alone costs the others, or does to one target.</summary>
    /// <param name="view">The graph.</param>
    /// <param name="target">Whose level counts; null for what is lost in all. Only what lies upstream of it is ranked.</param>
    /// <param name="limits">How many results; all flows are read, and each listed node is followed downstream over <see cref="TraceLimits.MaxRelations"/> flows.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="GeoGraphException">NotFound where the target is absent; InvalidRequest with every field out of bounds.</exception>
    public static RankingAnswer Rank(GraphView view, EntityId? target, TraceLimits limits, CancellationToken cancellationToken)
    {
        Check(limits);
        int? node = target is { } id ? GroupSelection.FindNode(view, id) : null;
        var supply = SupplyNet.Of(view);
        var inputs = new InputNet(view);
        var net = ScreenNetBuilder.Build(inputs, node, cancellationToken);
        var (costliest, total) = NodeRanking.Screen(net, node, limits, out var unscreened, cancellationToken);
        var ranked = NodeRanking.Exact(inputs, costliest, node, limits, out var cut, cancellationToken);
        var pruned = cut | (total > ranked.Count || supply.FlowCount > limits.MaxRelations ? PrunedBy.Limit : PrunedBy.Nothing)
            | (unscreened || limits.IsOver ? PrunedBy.Deadline : PrunedBy.Nothing)
            | (Array.Exists(supply.LeftOut, flows => flows > 0) ? PrunedBy.Confidence : PrunedBy.Nothing);
        var basis = AnswerBasis.Of(view, Ranking, new Completeness(pruned, net.Count, net.Supplier.Length), [
            ("target", target?.Value ?? ""), ("screening_tolerance_in_circles", ShockScreen.Tolerance.ToString("0.###############", null))]);
        return new RankingAnswer(basis, ranked, total);
    }

    private static void Check(TraceLimits limits)
    {
        var violations = new Violations();
        limits.Check(violations);
        violations.ThrowIfAny();
    }
}
