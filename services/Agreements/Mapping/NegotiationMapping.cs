using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using static GeoGraph.Hosting.Wire.RequestFields;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Agreements.Mapping;

/// <summary>Negotiations between the contract and the domain.</summary>
internal static class NegotiationMapping
{
    public static Negotiation ToDomain(this Wire.Negotiation wire, string at, RequestFields fields) => new()
    {
        Id = fields.Id($"{at}.id", wire.Id),
        Names = fields.ReadNames($"{at}.names", wire.Names),
        PartyIds = fields.Ids($"{at}.party_ids", wire.PartyIds),
        Rounds = [.. wire.Rounds.Select((round, i) => Round(round, At($"{at}.rounds", i), fields))],
        Issues = [.. wire.Issues],
        Links = [.. wire.Links.Select((link, i) => Link(link, At($"{at}.links", i), fields))],
        Offers = [.. wire.Offers.Select((offer, i) => Offer(offer, At($"{at}.offers", i), fields))],
        SupporterIds = fields.Ids($"{at}.supporter_ids", wire.SupporterIds),
        OutcomeId = fields.OptionalId($"{at}.outcome_id", wire.OutcomeId),
        Outcome = wire.Outcome,
        Evidence = fields.ReadEvidence($"{at}.evidence", wire.Evidence),
    };

    public static Wire.Negotiation ToWire(this Negotiation negotiation) => new()
    {
        Id = negotiation.Id.Value,
        Names = { negotiation.Names.Select(name => name.ToWire()) },
        PartyIds = { negotiation.PartyIds.Select(id => id.Value) },
        Rounds = { negotiation.Rounds.Select(ToWire) },
        Issues = { negotiation.Issues },
        Links =
        {
            negotiation.Links.Select(link => new Wire.IssueLink
            {
                Issue = link.Issue,
                LinkedIssue = link.LinkedIssue,
                ById = link.ById.Value,
                Evidence = link.Evidence.ToWire(),
            }),
        },
        Offers = { negotiation.Offers.Select(ToWire) },
        SupporterIds = { negotiation.SupporterIds.Select(id => id.Value) },
        OutcomeId = negotiation.OutcomeId?.Value ?? "",
        Outcome = negotiation.Outcome,
        Evidence = negotiation.Evidence.ToWire(),
    };

    private static Round Round(Wire.Round wire, string at, RequestFields fields) => new()
    {
        Number = wire.Number,
        On = fields.RequiredDate($"{at}.on", wire.On),
        Until = fields.Date($"{at}.until", wire.Until),
        Place = wire.Place,
        Negotiators = [.. wire.Negotiators.Select((negotiator, i) => Negotiator(negotiator, At($"{at}.negotiators", i), fields))],
        Unnamed = wire.Unnamed,
        Evidence = fields.ReadEvidence($"{at}.evidence", wire.Evidence),
    };

    private static Wire.Round ToWire(Round round) => new()
    {
        Number = round.Number,
        On = round.On.ToWire(),
        Until = round.Until?.ToWire(),
        Place = round.Place,
        Negotiators =
        {
            round.Negotiators.Select(negotiator => new Wire.Negotiator
            {
                PersonId = negotiator.PersonId.Value,
                PartyId = negotiator.PartyId.Value,
                Role = negotiator.Role,
            }),
        },
        Unnamed = round.Unnamed,
        Evidence = round.Evidence.ToWire(),
    };

    private static Negotiator Negotiator(Wire.Negotiator wire, string at, RequestFields fields) =>
        new(fields.Id($"{at}.person_id", wire.PersonId), fields.Id($"{at}.party_id", wire.PartyId), wire.Role);

    private static IssueLink Link(Wire.IssueLink wire, string at, RequestFields fields) =>
        new(wire.Issue, wire.LinkedIssue, fields.Id($"{at}.by_id", wire.ById), fields.ReadEvidence($"{at}.evidence", wire.Evidence));

    private static Offer Offer(Wire.Offer wire, string at, RequestFields fields) => new()
    {
        ById = fields.Id($"{at}.by_id", wire.ById),
        ToId = fields.OptionalId($"{at}.to_id", wire.ToId),
        On = fields.Date($"{at}.on", wire.On),
        Text = wire.Text,
        Low = fields.Decimal($"{at}.low", wire.Low, DecimalText.Rule),
        High = fields.Decimal($"{at}.high", wire.High, DecimalText.Rule),
        Unit = wire.Unit,
        Evidence = fields.ReadEvidence($"{at}.evidence", wire.Evidence),
    };

    private static Wire.Offer ToWire(Offer offer) => new()
    {
        ById = offer.ById.Value,
        ToId = offer.ToId?.Value ?? "",
        On = offer.On?.ToWire(),
        Text = offer.Text,
        Low = offer.Low.ToWire(),
        High = offer.High.ToWire(),
        Unit = offer.Unit,
        Evidence = offer.Evidence.ToWire(),
    };
}
