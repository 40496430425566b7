using GeoGraph.Core;
using GeoGraph.Exposure.Feasibility;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>Questions of single points of failure: called, and answered as the contract writes it.</summary>
internal static class SinglePointMapping
{
    public static Wire.ListSinglePointsResponse Answer(OpenedQuestion question, EntityId of)
    {
        var answer = FeasibilityMeasures.SinglePoints(question.View, of, null, question.Limits, question.CancellationToken);
        string[] unknown = answer.FeasibleBefore ? []
            : [$"On the evidence that counts, {of} lacks an essential input with nothing gone, so that no single actor can be named."];
        var page = question.Cut(answer.Points);
        return new Wire.ListSinglePointsResponse
        {
            Points = { page.Items.Select(point => new Wire.SinglePoint { ActorId = point.Node.Value, Chain = ToChain(point) }) },
            Basis = question.ToBasis(answer.Basis.Measure, answer.Basis.Completeness, page.Items.SelectMany(point => point.Relations), unknown, page.HasMore),
        };
    }

    /// <summary>The actors listed.</summary>
    public static IEnumerable<Figure> Figures(Wire.ListSinglePointsResponse answer) => answer.Points.Select(point => Figure.Listed(point.ActorId));

    private static Wire.Chain ToChain(SinglePoint point) => new()
    {
        RelationIds = { point.Relations.Select(id => id.Value) },
        ActorIds = { point.Nodes.Select(id => id.Value) },
        Tier = point.Relations.Count,
        Inferred = point.Inferred,
    };
}
