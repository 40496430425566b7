using GeoGraph.Core;
using GeoGraph.Exposure.Disruption;
using GeoGraph.Exposure.Sea;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>What the joined question asks beside its scenarios.</summary>
/// <param name="Of">Whose consequences are told, in order; empty for all.</param>
/// <param name="Days">How long closures and losses last; null for good.</param>
/// <param name="Knots">The speed at sea.</param>
/// <param name="PassThrough">The part of a duty that a seller adds to its price.</param>
/// <param name="LeastUsd">Leaves out amounts below it; consequences without an amount stay.</param>
internal sealed record ConsequenceTerms(IReadOnlyList<EntityId> Of, decimal? Days, decimal Knots, decimal PassThrough, decimal LeastUsd)
{
    private const decimal LeastKnots = 1m;
    private const decimal MostKnots = 60m;

    /// <summary>The parameters of an answer.</summary>
    public IEnumerable<(string Name, string Value)> Parameters =>
        [("pass_through", DecimalText.Print(PassThrough)), ("speed_knots", DecimalText.Print(Knots)), .. SideRatesMapping.Parameters];

    /// <summary>Reads them, noting every violation.</summary>
    public static ConsequenceTerms Read(RequestFields fields, Wire.StreamConsequencesRequest request)
    {
        const string rule = "a change lasts more than 0 and at most 36500 days";
        var days = fields.Decimal("days", request.Days, rule, 0m, Shock.MaxDays);
        if (days == 0m)
            fields.Violations.Add("days", request.Days, rule);
        if (request.Question is null || request.Question.Scenarios.Count == 0)
            fields.Violations.Add("question.scenarios", "", "at least one scenario says what changes");
        return new ConsequenceTerms(
            [.. fields.Ids("of_ids", request.OfIds).Distinct().Order()], days,
            fields.Decimal("speed_knots", request.SpeedKnots, "a speed lies between 1 and 60 knots", LeastKnots, MostKnots) ?? Voyage.DefaultKnots,
            fields.ReadPassThrough(request.PassThrough), fields.NotNegative("least_amount_usd", request.LeastAmountUsd) ?? 0m);
    }
}
