using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using Google.Protobuf.Collections;
using Common = GeoGraph.Contracts.Common.V1;
using DutyQuestion = GeoGraph.Contracts.Tariffs.V1.DutyQuestion;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>As of which law a question asks for duties, for both of its sides.</summary>
/// <param name="Law">The view of the law, before scenarios.</param>
/// <param name="Facts">Facts of every entry, by name.</param>
/// <param name="Read">From which state.</param>
/// <param name="StatedOnly">True where only the rates that the question states count, and all else is free.</param>
internal sealed record DutyTerms(DutyQuestion Law, IReadOnlyDictionary<string, string> Facts, Common.ReadOptions? Read, bool StatedOnly);

/// <summary>Reads what questions say of duties, noting every violation.</summary>
internal static class DutyTermsMapping
{
    private const int MaxRates = 1000;
    private const int MaxFacts = 200;
    private const decimal MostRate = 100m;

    /// <summary>As of which law.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.LimitExceeded"/>.</exception>
    public static DutyTerms ReadTerms(
        this RequestFields fields, DutyQuestion? law, MapField<string, string>? facts, Wire.Question? question, bool statedOnly = false)
    {
        RequestFields.AtMost("facts", facts?.Count ?? 0, MaxFacts);
        if (law?.Overlay is { } overlay && overlay.CalculateSize() > 0)
            fields.Violations.Add("law.overlay", "", "what is assumed of the law stands in question.scenarios, with what else is assumed");
        return new DutyTerms(law ?? new DutyQuestion(), facts?.ToDictionary() ?? [], question?.Read, statedOnly);
    }

    /// <summary>Rates that a question states, by id of the flow.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.LimitExceeded"/>.</exception>
    public static Dictionary<EntityId, decimal> ReadRates(this RequestFields fields, string field, IReadOnlyList<Wire.StatedRate> wire)
    {
        RequestFields.AtMost(field, wire.Count, MaxRates);
        var rates = new Dictionary<EntityId, decimal>();
        for (var i = 0; i < wire.Count; i++)
        {
            var at = RequestFields.At(field, i);
            var id = fields.Id(at + ".relation_id", wire[i].RelationId);
            var rate = fields.Decimal(at + ".rate", wire[i].Rate, "a rate lies between 0 and 100, where 0.05 is 5%", 0m, MostRate);
            if (wire[i].Rate.Length == 0)
                fields.Violations.Add(at + ".rate", "", "a rate is stated");
            if (id.Value.Length > 0 && !rates.TryAdd(id, rate ?? 0m))
                fields.Violations.Add(at + ".relation_id", id.Value, "a flow has one rate");
        }
        return rates;
    }

    /// <summary>The part of a duty that a seller adds to its price; all where the question does not say.</summary>
    public static decimal ReadPassThrough(this RequestFields fields, string text) =>
        fields.Decimal("pass_through", text, "a pass-through lies between 0 and 1", 0m, 1m) ?? 1m;

    /// <summary>Refuses rates of flows that neither side of the question has.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.NotFound"/>.</exception>
    public static void CheckFlows(this OpenedQuestion question, IEnumerable<EntityId> flows)
    {
        foreach (var flow in flows)
        {
            if (question.View.Graph.FindFlow(flow) is null && question.Scenario?.View.Graph.FindFlow(flow) is null)
                throw GeoGraphException.NotFound("flow", flow.Value);
        }
    }
}
