using GeoGraph.Core;
using GeoGraph.Exposure.CutSets;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>Questions of cut sets: called, and answered as the contract writes it.</summary>
internal static class CutSetMapping
{
    public static Wire.ListCutSetsResponse Answer(OpenedQuestion question, EntityId of, CutSetLimits limits)
    {
        var answer = CutSetMeasures.Minimal(question.View, of, null, limits, question.Limits, question.CancellationToken);
        var page = question.Cut(answer.Sets);
        return new Wire.ListCutSetsResponse
        {
            Sets = { page.Items.Select(set => new Wire.CutSet { ActorIds = { set.Nodes.Select(node => node.Value) } }) },
            Basis = question.ToBasis(
                answer.Basis.Measure, answer.Basis.Completeness, [], Unknown(answer, of, limits), page.HasMore,
                ("max_size", Text(limits.MaxSize)), ("complete_to_size", Text(answer.CompleteToSize)), ("max_steps", Text(limits.MaxSteps)), ("max_sets", Text(limits.MaxSets))),
        };
    }

    /// <summary>The sets listed.</summary>
    public static IEnumerable<Figure> Figures(Wire.ListCutSetsResponse answer) => answer.Sets.Select(set => new Figure(string.Join(" + ", set.ActorIds), "1"));

    private static IEnumerable<string> Unknown(CutSetAnswer answer, EntityId of, CutSetLimits limits)
    {
        if (!answer.FeasibleBefore)
            yield return $"On the evidence that counts, {of} lacks an essential input with nothing gone, so that no set can be named.";
        if (answer.CompleteToSize < limits.MaxSize)
            yield return $"The search ended at its bound: every set of up to {Text(answer.CompleteToSize)} is listed, and of larger ones those that were found.";
    }

    private static string Text(long number) => number.ToString(null, null);
}
