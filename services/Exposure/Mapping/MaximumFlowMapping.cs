using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.MaximumFlow;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>Questions of the maximum flow: called, and answered as the contract writes it.</summary>
internal static class MaximumFlowMapping
{
    public static Wire.GetMaximumFlowResponse Answer(OpenedQuestion question, MaximumFlowQuestion asked)
    {
        var answer = MaximumFlowMeasures.Of(question.View, asked, question.Limits, question.CancellationToken);
        var page = question.Cut((answer.Unbounded is { } way ? AlongChain(way) : answer.Flows.Select(ToWire)).ToList());
        var relations = page.Items.Select(flow => EntityId.Parse(flow.RelationId)).Concat(answer.Cut.Select(flow => flow.Relation));
        return new Wire.GetMaximumFlowResponse
        {
            MaximumFlowUsdPerYear = answer.UsdPerYear.ToWire(),
            Unbounded = answer.Unbounded is not null,
            Cut = { answer.Cut.Select(ToWire) },
            Flows = { page.Items },
            Basis = question.ToBasis(answer.Basis.Measure, answer.Basis.Completeness, relations, Unknown(answer, asked), page.HasMore),
        };
    }

    /// <summary>The flow, the capacities of the cut, and what relations carry.</summary>
    public static IEnumerable<Figure> Figures(Wire.GetMaximumFlowResponse answer) =>
    [
        new("maximum flow", answer.MaximumFlowUsdPerYear),
        .. answer.Cut.Select(flow => Figure.Of(flow.CapacityUsdPerYear, "", "cut", flow.RelationId)),
        .. answer.Flows.Select(flow => Figure.Of(flow.FlowUsdPerYear, "", "flow", flow.RelationId)),
    ];

    private static Wire.RelationFlow ToWire(FlowOnRelation flow) => new()
    {
        RelationId = flow.Relation.Value,
        FromId = flow.From.Value,
        ToId = flow.To.Value,
        FlowUsdPerYear = DecimalText.Print(flow.UsdPerYear),
        CapacityUsdPerYear = flow.Capacity.ToWire(),
    };

    // The chain runs from the buyer upstream.
    private static IEnumerable<Wire.RelationFlow> AlongChain(Chain chain) => chain.Relations.Select((relation, i) => new Wire.RelationFlow
    {
        RelationId = relation.Value,
        FromId = chain.Nodes[i + 1].Value,
        ToId = chain.Nodes[i].Value,
    });

    private static IEnumerable<string> Unknown(MaximumFlowAnswer answer, MaximumFlowQuestion asked)
    {
        if (answer.Unbounded is not null)
            yield return $"No source states a capacity anywhere on the way listed in flows, so that what can reach {asked.Of} has no bound.";
        if (answer.NotUpstream.Count > 0)
            yield return $"Not upstream of {asked.Of}, so that nothing comes from there: {string.Join(", ", answer.NotUpstream)}.";
    }
}
