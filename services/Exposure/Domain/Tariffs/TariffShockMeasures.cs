using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Exposure.Tariffs;

/// <summary>How a change of duties, of the graph or of both moves the landed cost of inputs.</summary>
internal static class TariffShockMeasures
{
    /// <summary>The measure.</summary>
    public static readonly Measure Shock = new(
        "tariff shock",
        "e(j) = sum over inputs of v(i->j)/x(j) * (rate(i->j) + p * e(i)); change = (e after - e before) * x(j)",
        "Duty on inputs before and after, of the values that flow: nobody buys less or elsewhere. A duty n borders upstream reaches the buyer times p^(n-1). Figures are the least that they can be.");

    private const int MostRelations = 1_000;

    /// <summary>The change from one side to the other.</summary>
    /// <exception cref="GeoGraphException">NotFound where a buyer is on neither side.</exception>
    public static ShockAnswer Of(CostSide before, CostSide after, ShockQuestion question, TraceLimits limits, CancellationToken cancellationToken)
    {
        var buyers = question.Of ?? Buyers(before.View, after.View);
        var (was, becomes) = (Duties(before, question, cancellationToken), Duties(after, question, cancellationToken));
        var changed = (Before: Changed(before, after), After: Changed(after, before));
        var rows = new List<Row>();
        foreach (var actor in buyers.TakeWhile(_ => !limits.IsOver))
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.AddRange(question.Of is not null ? Rows(actor, was.Inputs, becomes.Inputs) : Rows(actor, was.Inputs, becomes.Inputs).Where(row => row.Change.Changes));
        }
        var ordered = rows.OrderBy(row => row.Change.ChangeUsd is null).ThenByDescending(row => Math.Abs(row.Change.ChangeUsd ?? 0m)).ThenBy(row => row.Change.Actor)
            .ThenBy(row => row.Change.Product is not null).ThenBy(row => row.Change.Product?.Value, StringComparer.Ordinal).ToList();
        var listed = ordered.Take(limits.MaxResults).Select(row => row.Change with
        {
            Relations = [.. was.Inputs.Upstream(row.Before, changed.Before, MostRelations)
                .Union(becomes.Inputs.Upstream(row.After, changed.After, MostRelations)).Order().Take(MostRelations)],
        }).ToList();
        var pruned = (ordered.Count > listed.Count ? PrunedBy.Limit : PrunedBy.Nothing) | (limits.IsOver ? PrunedBy.Deadline : PrunedBy.Nothing);
        var basis = AnswerBasis.Of(before.View, Shock, new Completeness(pruned, before.View.Graph.NodeCount, before.View.Graph.Flows.Count),
            ("pass_through", DecimalText.Print(question.PassThrough)));
        var total = rows.Where(row => row.Change.Product is null).Sum(row => row.Change.DirectChangeUsd ?? 0m);
        return new ShockAnswer(basis, listed, ordered.Count, total, [.. Unknown(before, was.Field).Union(Unknown(after, becomes.Field), StringComparer.Ordinal)
            .Union(after.Rates.Remarks.Except(before.Rates.Remarks, StringComparer.Ordinal), StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The flows whose duty matters to a question: into the buyers named and everything upstream of them; all that count where none is named.</summary>
    public static IEnumerable<int> Flows(GraphView view, IReadOnlyList<EntityId>? of)
    {
        var graph = view.Graph;
        var wanted = of is null ? null : UpstreamNodes.Of(view, of.Select(graph.FindNode).OfType<int>());
        for (var flow = 0; flow < graph.Flows.Count; flow++)
        {
            if (view.Counts(flow) && (wanted is null || wanted[graph.Groups.Buyer(graph.Flows.Group(flow))]))
                yield return flow;
        }
    }

    private static (EmbeddedField Field, InputDuties Inputs) Duties(CostSide side, ShockQuestion question, CancellationToken cancellationToken)
    {
        var wanted = question.Of is null ? null : UpstreamNodes.Of(side.View, question.Of.Select(side.View.Graph.FindNode).OfType<int>());
        var field = EmbeddedField.Of(side.View, side.Rates, question.PassThrough, wanted, cancellationToken);
        return (field, new InputDuties(side, field, question.PassThrough));
    }

    private static IEnumerable<EntityId> Buyers(GraphView before, GraphView after)
    {
        var buyers = new SortedSet<EntityId>();
        foreach (var view in new[] { before, after })
        {
            for (var group = 0; group < view.Graph.Groups.Count; group++)
                buyers.Add(view.Graph.NodeId(view.Graph.Groups.Buyer(group)));
        }
        return buyers;
    }

    private static IEnumerable<Row> Rows(EntityId actor, InputDuties before, InputDuties after)
    {
        var (was, becomes) = (before.Inputs(actor), after.Inputs(actor));
        var (wasBy, becomesBy) = (was.ToLookup(before.ProductOf), becomes.ToLookup(after.ProductOf));
        yield return RowOf(actor, null, was, becomes, before, after);
        foreach (var product in wasBy.Select(group => group.Key).Union(becomesBy.Select(group => group.Key)).OfType<EntityId>().Order())
            yield return RowOf(actor, product, [.. wasBy[product]], [.. becomesBy[product]], before, after);
    }

    private static Row RowOf(EntityId actor, EntityId? product, List<int> was, List<int> becomes, InputDuties before, InputDuties after) => new(
        new CostChange(actor, product, before.Of(actor, was), after.Of(actor, becomes), before.HasUnknown(was) || after.HasUnknown(becomes) || before.HasOpenRate(was) != after.HasOpenRate(becomes), []), was, becomes);

    // Flows of one side with another duty, or none, on the other.
    private static HashSet<int> Changed(CostSide side, CostSide other)
    {
        var (graph, there) = (side.View.Graph, other.View.Graph);
        var isSame = ReferenceEquals(graph, there);
        return [.. side.Rates.Flows.Where(flow => (isSame ? flow : there.FindFlow(graph.Flows.Id(flow))) is not { } same
            || !SameDuty(side.Rates.Of(flow), other.Rates.Of(same)) || graph.Flows.Value(flow) != there.Flows.Value(same))];
    }

    private static bool SameDuty(DutyRate left, DutyRate right) => left.AtLeast == right.AtLeast && left.AtMost == right.AtMost;

    private static IEnumerable<string> Unknown(CostSide side, EmbeddedField field) =>
        side.Rates.Flows.Where(flow => !side.Rates.Of(flow).IsKnown).Select(flow => $"{side.View.Graph.Flows.Id(flow)}: {side.Rates.Of(flow).Missing}")
            .Concat(field.NotLookedThrough.Select(node => $"{side.View.Graph.NodeId(node)}: inputs, and no output that they can be set against"));

    private sealed record Row(CostChange Change, List<int> Before, List<int> After);
}
