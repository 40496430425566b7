using GeoGraph.Core;
using GeoGraph.Exposure.Disruption;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>Questions of whose loss costs most: called, and answered as the contract writes it.</summary>
internal static class RankingMapping
{
    public static Wire.RankDisruptionsResponse Answer(OpenedQuestion question, EntityId? of)
    {
        var answer = DisruptionMeasures.Rank(question.View, of, question.Limits, question.CancellationToken);
        var page = question.Cut(answer.Nodes);
        var output = of is { } target ? question.View.Graph.OutputOf(question.View.Graph.FindNode(target)!.Value) : null;
        return new Wire.RankDisruptionsResponse
        {
            Disruptions = { page.Items.Select(node => ToWire(node, output)) },
            Basis = question.ToBasis(answer.Basis.Measure, answer.Basis.Completeness, [], Unknown(page.Items, of, output), page.HasMore),
        };
    }

    /// <summary>What each loss costs, and the level of the target.</summary>
    public static IEnumerable<Figure> Figures(Wire.RankDisruptionsResponse answer) => answer.Disruptions.SelectMany(node => (Figure[])
    [
        Figure.Of(node.LostUsdPerYear, "", node.ActorId, "lost usd per year"),
        .. node.Level.Length == 0 ? (Figure[])[] : [Figure.Of(node.Level, "", node.ActorId, "level")],
        Figure.Count($"{node.ActorId} / affected", node.AffectedActors),
    ]);

    private static Wire.RankedDisruption ToWire(RankedNode node, decimal? targetOutput) => new()
    {
        ActorId = node.Node.Value,
        LostUsdPerYear = node.TargetLevel is { } level
            ? ((1m - level.AtLeast) * targetOutput is { } lost ? AmountRange.Round(lost) : (decimal?)null).ToWire()
            : DecimalText.Print(node.LostPerYear.AtMost),
        Level = (node.TargetLevel?.AtLeast).ToWire(),
        AffectedActors = node.Affected,
    };

    private static IEnumerable<string> Unknown(IReadOnlyList<RankedNode> listed, EntityId? of, decimal? targetOutput)
    {
        if (of is not null && targetOutput is null)
            yield return $"No source states the output of {of}, so that what it loses has no amount.";
        var without = listed.Where(node => node.WithoutOutput > 0).ToList();
        if (of is null && without.Count > 0)
            yield return string.Create(null, $"{without.Count} of these losses leave out actors whose output nobody states.");
        if (listed.Any(node => node.LostPerYear.AtLeast != node.LostPerYear.AtMost))
            yield return "Where shares are unknown, losses are the most that they can be, and levels the least.";
    }
}
