using GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Scenarios.Facts;

/// <summary>Checks on who negotiates what with whom.</summary>
internal sealed class NegotiationChecks(Questions ask)
{
    public async Task NegotiationAsync(FactCheck check)
    {
        var talks = (await ask.RecordAsync(check.Need("negotiation"))).Negotiation;
        Holds.SameSet(check.List("parties"), talks.PartyIds, "parties");
        Holds.Includes(check.List("issues_include"), talks.Issues, "issues");
        Holds.SameSet(check.List("supporters"), talks.SupporterIds, "supporters");
        if (check.Map("link") is { } link)
            Assert.Contains(talks.Links, l => link.All(field => Has(l, field.Key, field.Value)));
        if (check.Map("offer") is { } offer)
            Assert.Contains(talks.Offers, o => offer.All(field => Has(o, field.Key, field.Value)));
    }

    public async Task NegotiatorsAsync(FactCheck check)
    {
        var (id, on) = (check.Need("negotiation"), check.NeedDay("round_on"));
        var talks = Assert.Single(await ask.NegotiationsAsync(new ListNegotiationsRequest()), n => n.Id == id);
        var round = Assert.Single(talks.Rounds, r => r.On.Equals(on));
        var party = check.Text("party");
        Holds.SameSet(check.NeedList("equals"), round.Negotiators.Where(n => party is null || n.PartyId == party).Select(n => n.PersonId), "negotiators");
        Assert.Equal(check.Count("unnamed") ?? 0, round.Unnamed);
    }

    public async Task LastRoundAsync(FactCheck check)
    {
        var before = DayOf(check.NeedDay("before"));
        var talks = await ask.NegotiationsAsync(new ListNegotiationsRequest { PartyIds = { check.NeedList("parties") } });
        var last = talks.SelectMany(n => n.Rounds.Select(r => (n.Id, On: DayOf(r.On)))).Where(r => r.On < before).MaxBy(r => r.On);
        Assert.Equal((check.Need("negotiation"), DayOf(check.NeedDay("on"))), last);
    }

    private static DateOnly DayOf(Google.Type.Date date) => new(date.Year, date.Month, date.Day);

    private static bool Has(IssueLink link, string field, string value) => field switch
    {
        "issue" => link.Issue.Contains(value, StringComparison.Ordinal),
        "linked_issue" => link.LinkedIssue.Contains(value, StringComparison.Ordinal),
        "by" => link.ById == value,
        _ => throw new FormatException($"a link has no {field}"),
    };

    private static bool Has(Offer offer, string field, string value) => field switch
    {
        "by" => offer.ById == value,
        "to" => offer.ToId == value,
        "low" => offer.Low.Length > 0 && FactCheck.Decimal(offer.Low) == FactCheck.Decimal(value),
        "high" => offer.High.Length > 0 && FactCheck.Decimal(offer.High) == FactCheck.Decimal(value),
        "unit" => offer.Unit == value,
        _ => throw new FormatException($"an offer has no {field}"),
    };
}
