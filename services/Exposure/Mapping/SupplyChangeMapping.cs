using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Exposures;
using GeoGraph.Exposure.SupplyChange;
using GeoGraph.Exposure.Tariffs;
using GeoGraph.Exposure.Views;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>What a change of supply is asked of.</summary>
/// <param name="Of">The dependent.</param>
/// <param name="On">What exposure is compared to; null for every chokepoint.</param>
/// <param name="Stated">Rates that the question states.</param>
internal sealed record SupplyChangeQuestion(EntityId Of, EntityId? On, StatedRates Stated);

/// <summary>The change of an actor's supply: asked for, and its answer as the contract writes it.</summary>
internal static class SupplyChangeMapping
{
    public static async Task<Wire.AssessSupplyChangeResponse> AnswerAsync(OpenedQuestion question, SupplyChangeQuestion asked, SideRatesMapping rates)
    {
        var other = question.Scenario ?? question;
        var before = SideOf(question, asked);
        var after = SideOf(other, asked);
        var change = SupplyChangeMeasures.Of(new SupplySide(question.View, before.Cone, question.Limits.MaxTier), new SupplySide(other.View, after.Cone, other.Limits.MaxTier), question.CancellationToken);
        var was = await SideDuties.OfAsync(question, before.Cone, asked.Stated.Before, rates);
        var becomes = await SideDuties.OfAsync(other, after.Cone, asked.Stated.After, rates);
        var exposures = AnswerDifferences.All(before.Figures, before.PrunedBy == PrunedBy.Nothing, after.Figures, after.PrunedBy == PrunedBy.Nothing).ToList();
        var page = question.Cut(exposures);
        var pruned = before.PrunedBy | after.PrunedBy | (before.Cone.CutByLimit || after.Cone.CutByLimit ? PrunedBy.Limit : PrunedBy.Nothing) | (before.Cone.LeftOut + after.Cone.LeftOut > 0 ? PrunedBy.Confidence : PrunedBy.Nothing);
        var measure = SupplyChangeMeasures.Change with { ReadsPassages = asked.On is null or { Kind: "chokepoint" } };
        var basis = other.ToBasis(measure, new Completeness(pruned, before.Cone.Count + after.Cone.Count, before.Cone.Flows.Length + after.Cone.Flows.Length),
            before.Flows.Concat(after.Flows), Unknown(change, was, becomes), page.HasMore, SideRatesMapping.Parameters);
        return new Wire.AssessSupplyChangeResponse
        {
            Change = ToWire(change),
            Exposures = { page.Items },
            EmbeddedTariff = AnswerDifferences.Of("embedded tariff", TariffFigures.Text(was.Embedded), TariffFigures.Text(becomes.Embedded)),
            InputCostUsdPerYear = AnswerDifferences.Of("input cost", TariffFigures.Usd(was.CostUsd), TariffFigures.Usd(becomes.CostUsd)),
            Basis = rates.Seal(basis, question),
        };
    }

    private static Side SideOf(OpenedQuestion side, SupplyChangeQuestion asked)
    {
        var cone = EmbeddedTariffMeasures.ConeOf(side.View, asked.Of, side.Limits, side.CancellationToken);
        var limits = side.Limits with { MaxResults = AnswerPage.MostResults, MaxChains = 0 };
        var exposures = asked.On is { } on
            ? ExposureMeasures.On(side.View, asked.Of, null, on, limits, side.CancellationToken)
            : ExposureMeasures.Chokepoints(side.View, asked.Of, null, limits, side.CancellationToken);
        return new Side(cone, exposures.Basis.Completeness.PrunedBy, [.. exposures.Figures.Select(figure => Figure.Of(figure.Anywhere.ToWire(), figure.Anywhere.ToWireAtMost(), figure.Group, figure.Target.Value))],
            [.. cone.Flows.Where((_, i) => i < AnswerPage.MostResults).Select(side.View.Graph.Flows.Id)]);
    }

    private static IEnumerable<string> Unknown(SupplyChangeAnswer change, SideDuties was, SideDuties becomes)
    {
        var unplaced = Math.Max(change.Before.WithoutState, change.After.WithoutState);
        if (unplaced > 0)
            yield return string.Create(null, $"{unplaced} actors upstream lie in no known state");
        foreach (var sentence in was.Unknown.Union(becomes.Unknown, StringComparer.Ordinal))
            yield return sentence;
    }

    private static Wire.SupplyChange ToWire(SupplyChangeAnswer change) => new()
    {
        Contractionary = change.Contractionary,
        Diversionary = change.Diversionary,
        NodesBefore = change.Before.Nodes,
        NodesAfter = change.After.Nodes,
        LongestChainBefore = change.Before.LongestChain,
        LongestChainAfter = change.After.LongestChain,
        StatesBefore = { change.Before.States.Select(state => state.Value) },
        StatesAfter = { change.After.States.Select(state => state.Value) },
        Moved = { change.Moves.Select(ToWire) },
    };

    private static Wire.MovedSupply ToWire(SupplyMove move) => new()
    {
        BuyerId = move.Buyer.Value,
        InputGroup = move.Group,
        FromStateId = move.From?.Value ?? "",
        ToStateId = move.To?.Value ?? "",
        Share = TariffFigures.Text(move.Share),
    };

    private sealed record Side(SupplyCone Cone, PrunedBy PrunedBy, IReadOnlyList<Figure> Figures, IReadOnlyList<EntityId> Flows);
}
