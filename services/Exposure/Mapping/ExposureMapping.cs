using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Exposures;
using GeoGraph.Exposure.Views;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>Exposure questions: called, and their answers as the contract writes them.</summary>
internal static class ExposureMapping
{
    public static Wire.ListChokepointExposuresResponse Chokepoints(OpenedQuestion question, EntityId? of, EntityId? chokepoint)
    {
        var (view, limits, end) = (question.View, question.Limits, question.CancellationToken);
        var answer = of is not { } dependent ? ExposureMeasures.WhoDependsOn(view, chokepoint!.Value, limits, end)
            : chokepoint is { } passage ? ExposureMeasures.On(view, dependent, null, passage, limits, end)
            : ExposureMeasures.Chokepoints(view, dependent, null, limits, end);
        var exposures = answer.Figures.SelectMany(ByTier).OrderByDescending(entry => entry.Rank).ThenBy(entry => entry.Figure.Buyer)
            .ThenBy(entry => entry.Figure.Group, StringComparer.Ordinal).ThenBy(entry => entry.Figure.Target).ThenBy(entry => entry.Wire.Tier).ToList();
        var isCut = exposures.Count > limits.MaxResults;
        return new Wire.ListChokepointExposuresResponse
        {
            Exposures = { exposures.Take(limits.MaxResults).Select(entry => entry.Wire) },
            Basis = Basis(question, answer, of, isCut),
        };
    }

    public static Wire.GetExposureResponse On(OpenedQuestion question, EntityId of, EntityId on)
    {
        var answer = ExposureMeasures.On(question.View, of, null, on, question.Limits, question.CancellationToken);
        return new Wire.GetExposureResponse
        {
            Exposures =
            {
                answer.Figures.OrderByDescending(figure => Rank(figure.Anywhere)).ThenBy(figure => figure.Group, StringComparer.Ordinal).Select(figure => new Wire.ExposureOn
                {
                    InputGroup = figure.Group,
                    Share = figure.Anywhere.ToWire(),
                    ShareAtMost = figure.Anywhere.ToWireAtMost(),
                    Chains = { figure.Chains.Select(AnswerMapping.ToWire) },
                }),
            },
            Basis = Basis(question, answer, of, isCut: false),
        };
    }

    // A tier at which nothing passes is not listed.
    private static IEnumerable<(decimal Rank, ExposureFigure Figure, Wire.ChokepointExposure Wire)> ByTier(ExposureFigure figure)
    {
        for (var tier = 1; tier <= figure.Tiers.Count; tier++)
        {
            var share = figure.Tiers[tier - 1];
            if (share.AtMost == 0m)
                continue;
            var chains = figure.Chains.Where(chain => chain.Tier == tier);
            yield return (Rank(share), figure, new Wire.ChokepointExposure
            {
                DependentId = figure.Buyer.Value,
                InputGroup = figure.Group,
                ChokepointId = figure.Target.Value,
                Tier = tier,
                Share = share.ToWire(),
                ShareAtMost = share.ToWireAtMost(),
                AnyTierShare = figure.Anywhere.ToWire(),
                AnyTierShareAtMost = figure.Anywhere.ToWireAtMost(),
                Chains = { chains.Select(AnswerMapping.ToWire) },
            });
        }
    }

    // Unknown shares come last.
    private static decimal Rank(ShareRange share) => share.ToWire().Length == 0 ? -1m : share.AtLeast;

    private static Wire.Basis Basis(OpenedQuestion question, ExposureAnswer answer, EntityId? of, bool isCut)
    {
        var hasMore = isCut || answer.Figures.Any(figure => figure.HasMoreChains);
        var completeness = answer.Basis.Completeness;
        return question.ToBasis(
            answer.Basis.Measure,
            hasMore ? completeness with { PrunedBy = completeness.PrunedBy | PrunedBy.Limit } : completeness,
            answer.Figures.SelectMany(figure => figure.Chains).SelectMany(AnswerMapping.Rests),
            UnknownMapping.Upstream(question, Roots(question.View, answer, of)));
    }

    private static List<int> Roots(GraphView view, ExposureAnswer answer, EntityId? of) => of is { } dependent
        ? GroupSelection.Resolve(view, dependent, null)
        : [.. answer.Figures.SelectMany(figure => GroupSelection.Resolve(view, figure.Buyer, figure.Group)).Distinct()];
}
