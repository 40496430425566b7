using GeoGraph.Core;
using GeoGraph.Exposure.Consequences;
using GeoGraph.Exposure.Tariffs;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>Rates that a question states for its two sides.</summary>
/// <param name="Before">For the baseline, by id of the flow.</param>
/// <param name="After">Under the scenarios.</param>
internal sealed record StatedRates(IReadOnlyDictionary<EntityId, decimal> Before, IReadOnlyDictionary<EntityId, decimal> After);

/// <summary>The tariff shock: asked for, and its answer as the contract writes it.</summary>
internal static class TariffShockMapping
{
    private const int MostUnknown = 1_000;

    public static async Task<Wire.AssessTariffShockResponse> AnswerAsync(OpenedQuestion question, ShockQuestion shock, StatedRates stated, SideRatesMapping rates)
    {
        var other = question.Scenario ?? question;
        var before = await SideAsync(question, shock, stated.Before, rates);
        var after = await SideAsync(other, shock, stated.After, rates);
        var answer = TariffShockMeasures.Of(before, after, shock, question.Limits with { MaxResults = question.Page.ResultsToFind }, question.CancellationToken);
        var page = question.Cut(answer.Changes);
        var unstated = DearerInputs.Unstated(before, after, shock.Of?.ToHashSet() ?? []).Select(change => change.Sentence);
        var basis = other.ToBasis(answer.Basis.Measure, answer.Basis.Completeness with { PrunedBy = answer.Basis.Completeness.PrunedBy & ~Answers.PrunedBy.Limit }, page.Items.SelectMany(change => change.Relations),
            unstated.Concat(answer.Unknown).Take(MostUnknown), page.HasMore, SideRatesMapping.Parameters.Append(("pass_through", DecimalText.Print(shock.PassThrough))));
        return new Wire.AssessTariffShockResponse
        {
            Changes = { page.Items.Select(ToWire) },
            TotalChangeUsdPerYear = TariffFigures.Usd(answer.TotalUsd),
            Basis = rates.Seal(basis, question),
        };
    }

    private static async Task<CostSide> SideAsync(OpenedQuestion side, ShockQuestion shock, IReadOnlyDictionary<EntityId, decimal> stated, SideRatesMapping rates) =>
        new(side.View, await rates.OfAsync(side, TariffShockMeasures.Flows(side.View, shock.Of), stated));

    /// <summary>A change of cost.</summary>
    public static Wire.LandedCostChange ToWire(CostChange change) => new()
    {
        ActorId = change.Actor.Value,
        ProductId = change.Product?.Value ?? "",
        DirectBefore = TariffFigures.Text(change.Before?.Direct),
        DirectAfter = TariffFigures.Text(change.After?.Direct),
        EmbeddedBefore = TariffFigures.Text(change.Before?.Embedded),
        EmbeddedAfter = TariffFigures.Text(change.After?.Embedded),
        ChangeUsdPerYear = TariffFigures.Usd(change.ChangeUsd),
        RelationIds = { change.Relations.Select(id => id.Value) },
    };
}
