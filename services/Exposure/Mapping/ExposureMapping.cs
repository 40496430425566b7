using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Exposures;
using GeoGraph.Exposure.Views;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>Exposure questions: called, and their answers as the contract writes them.</summary>
internal static class ExposureMapping
{
    // Circles have chains without number: a thousand of them for each of a thousand figures would be more than a caller takes in.
    private const int MostChainsOfAnswer = 2_000;

    public static Wire.ListChokepointExposuresResponse Chokepoints(OpenedQuestion question, EntityId? of, EntityId? chokepoint)
    {
        var (answer, entries) = ChokepointEntries(question, of, chokepoint);
        var page = question.Cut(entries);
        return new Wire.ListChokepointExposuresResponse
        {
            Exposures = { page.Items.Select(entry => entry.Wire) },
            Basis = Basis(question, answer, [.. page.Items.Select(entry => entry.Figure).Distinct()], of, page.HasMore),
        };
    }

    public static Wire.GetExposureResponse On(OpenedQuestion question, EntityId of, EntityId on)
    {
        var answer = ExposureMeasures.On(question.View, of, null, on, question.Limits with { MaxResults = AnswerPage.MostResults }, question.CancellationToken);
        var page = question.Cut([.. answer.Figures.OrderByDescending(figure => Rank(figure.Anywhere)).ThenBy(figure => figure.Group, StringComparer.Ordinal)]);
        return new Wire.GetExposureResponse
        {
            Exposures =
            {
                page.Items.Select(figure => new Wire.ExposureOn
                {
                    InputGroup = figure.Group,
                    Share = figure.Anywhere.ToWire(),
                    ShareAtMost = figure.Anywhere.ToWireAtMost(),
                    Chains = { figure.Chains.Select(AnswerMapping.ToWire) },
                }),
            },
            Basis = Basis(question, answer, page.Items, of, page.HasMore),
        };
    }

    /// <summary>The shares by dependent, input, passage and tier, and at any tier.</summary>
    public static IEnumerable<Figure> Figures(Wire.ListChokepointExposuresResponse answer) => answer.Exposures.SelectMany(exposure => (Figure[])
    [
        Figure.Of(exposure.Share, exposure.ShareAtMost, exposure.DependentId, exposure.InputGroup, exposure.ChokepointId, string.Create(null, $"tier {exposure.Tier}")),
        Figure.Of(exposure.AnyTierShare, exposure.AnyTierShareAtMost, exposure.DependentId, exposure.InputGroup, exposure.ChokepointId, "any tier"),
    ]);

    /// <summary>The shares by input.</summary>
    public static IEnumerable<Figure> Figures(Wire.GetExposureResponse answer) =>
        answer.Exposures.Select(exposure => new Figure(exposure.InputGroup, exposure.Share, exposure.ShareAtMost));

    // Figures come by their share at any tier, entries by that at one: an entry is in its place where its share is above that of every figure that was not found.
    private static (ExposureAnswer Answer, List<Entry> Entries) ChokepointEntries(OpenedQuestion question, EntityId? of, EntityId? chokepoint)
    {
        var chains = Math.Min(question.Limits.MaxChains, Math.Max(1, MostChainsOfAnswer / question.Page.Size));
        for (var limits = question.Limits with { MaxChains = chains }; ; limits = limits with { MaxResults = Math.Min(AnswerPage.MostResults, limits.MaxResults * 4) })
        {
            var answer = Ask(question, of, chokepoint, limits);
            var entries = answer.Figures.SelectMany(ByTier).OrderByDescending(entry => entry.Rank).ThenBy(entry => entry.Figure.Buyer)
                .ThenBy(entry => entry.Figure.Group, StringComparer.Ordinal).ThenBy(entry => entry.Figure.Target).ThenBy(entry => entry.Wire.Tier).ToList();
            if (answer.Figures.Count == answer.TotalFigures || limits.MaxResults == AnswerPage.MostResults || question.Limits.IsOver
                || entries.Count(entry => entry.Rank > answer.Figures[^1].Anywhere.AtLeast) >= question.Limits.MaxResults)
            {
                return (answer, entries);
            }
        }
    }

    private static ExposureAnswer Ask(OpenedQuestion question, EntityId? of, EntityId? chokepoint, TraceLimits limits)
    {
        var (view, end) = (question.View, question.CancellationToken);
        return of is not { } dependent ? ExposureMeasures.WhoDependsOn(view, chokepoint!.Value, limits, end)
            : chokepoint is { } passage ? ExposureMeasures.On(view, dependent, null, passage, limits, end)
            : ExposureMeasures.Chokepoints(view, dependent, null, limits, end);
    }

    // A tier at which nothing passes is not listed.
    private static IEnumerable<Entry> ByTier(ExposureFigure figure)
    {
        for (var tier = 1; tier <= figure.Tiers.Count; tier++)
        {
            var share = figure.Tiers[tier - 1];
            if (share.AtMost == 0m)
                continue;
            var chains = figure.Chains.Where(chain => chain.Tier == tier);
            yield return new Entry(Rank(share), figure, new Wire.ChokepointExposure
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

    private static Wire.Basis Basis(OpenedQuestion question, ExposureAnswer answer, IReadOnlyList<ExposureFigure> listed, EntityId? of, bool hasMore)
    {
        var completeness = answer.Basis.Completeness;
        return question.ToBasis(
            answer.Basis.Measure,
            listed.Any(figure => figure.HasMoreChains) ? completeness with { PrunedBy = completeness.PrunedBy | PrunedBy.Limit } : completeness,
            listed.SelectMany(figure => figure.Chains).SelectMany(AnswerMapping.Rests),
            of is null ? UnknownMapping.Upstream(question, Roots(question.View, listed)) : UnknownMapping.Sentences(question.View, answer.UnknownGroups),
            hasMore);
    }

    private static List<int> Roots(GraphView view, IReadOnlyList<ExposureFigure> listed) =>
        [.. listed.SelectMany(figure => GroupSelection.Resolve(view, figure.Buyer, figure.Group)).Distinct()];

    private sealed record Entry(decimal Rank, ExposureFigure Figure, Wire.ChokepointExposure Wire);
}
