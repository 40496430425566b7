using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Disruption;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Survival;

/// <summary>How long demand is met from the stocks along the chain when something goes wrong, and what is lost until it is over (<see cref="StockCourse"/>).</summary>
internal static class SurvivalMeasures
{
    private static readonly Measure TimeToSurvive = new(
        "time-to-survive",
        "a group with stock left is met; its stock, in days of full demand, goes down at (level of the buyer - what comes in) a day; then the group is at what comes in; lost = output/365 * days * (1 - level)",
        "Stocks that nobody states count as none and are not refilled; goods under way, substitutes and rerouting play no part. Levels jump as stocks run out and come back at once with recovery.");

    /// <summary>The course of a shock for everybody downstream.</summary>
    /// <param name="view">The graph, with stocks and days of recovery.</param>
    /// <param name="shock">What goes wrong and for how long.</param>
    /// <param name="of">Narrows what is listed to these nodes, whether or not they lose; empty for all that do.</param>
    /// <param name="limits">How many flows and results.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="GeoGraphException">NotFound where a node is absent; InvalidRequest with every field out of bounds.</exception>
    public static SurvivalAnswer TimeTo(GraphView view, Shock shock, IReadOnlyList<EntityId> of, TraceLimits limits, CancellationToken cancellationToken)
    {
        var violations = new Violations();
        limits.Check(violations);
        violations.ThrowIfAny();
        var resolved = ResolvedShock.Of(view, shock);
        HashSet<int> wanted = [.. of.Select(id => GroupSelection.FindNode(view, id))];
        var net = new InputNet(view);
        var order = SpreadOrder.Downstream(view, ShockLosses.Start(net, resolved), limits.MaxRelations, cancellationToken);
        var plan = ShockPlan.Of(view, shock, resolved);
        var best = StockCourse.Run(net, order, resolved, plan, LossBound.AtLeast, limits, cancellationToken);
        var worst = best.IsExact ? best : StockCourse.Run(net, order, resolved, plan, LossBound.AtMost, limits, cancellationToken);
        var writer = new SurvivalWriter(net, order, resolved, worst, best);
        var (nodes, total) = writer.Nodes(wanted, limits.MaxResults);
        var pruned = order.CutByLimit || total > nodes.Count || !worst.IsComplete || !best.IsComplete ? PrunedBy.Limit : PrunedBy.Nothing;
        pruned |= limits.IsOver && !(worst.IsComplete && best.IsComplete) ? PrunedBy.Deadline : PrunedBy.Nothing;
        var basis = AnswerBasis.Of(view, TimeToSurvive, new Completeness(pruned, order.Count, order.FlowCount), [
            .. shock.Parameters(), ("of", string.Join(' ', of.Order())), ("max_events", StockCourse.MaxEvents.ToString(null, null))]);
        var (lost, without) = writer.Lost();
        return new SurvivalAnswer(basis, nodes, total, lost, without, plan.EndsOnDay, worst.Events);
    }
}
