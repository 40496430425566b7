using GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Cli.Output;

/// <summary>One negotiation on the screen.</summary>
internal static class NegotiationReport
{
    /// <summary>Parties, issues and outcome, then the rounds with who sat at the table.</summary>
    public static void Show(Screen screen, Negotiation negotiation)
    {
        screen.Heading($"{Output.Show.Names(negotiation.Names)} ({negotiation.Id})");
        screen.Facts(
            ("Parties", string.Join(", ", negotiation.PartyIds)),
            ("Issues", string.Join(", ", negotiation.Issues)),
            ("Links", string.Join("; ", negotiation.Links.Select(l => $"{l.ById}: {l.Issue} for {l.LinkedIssue}"))),
            ("Offers", string.Join("; ", negotiation.Offers.Select(o => $"{o.ById}: {o.Text}{Band(o)}"))),
            ("Supported by", string.Join(", ", negotiation.SupporterIds)),
            ("Outcome", string.Join(" ", new[] { negotiation.Outcome, negotiation.OutcomeId }.Where(t => t.Length > 0))),
            ("Sources", Output.Show.Cite(negotiation.Evidence)));
        screen.Table(
            [">Round", "When", "Where", "Who", "Sources"],
            negotiation.Rounds.Select(r => new[] { r.Number > 0 ? $"{r.Number}" : "", r.Until is null ? Output.Show.Day(r.On) : $"{Output.Show.Day(r.On)} to {Output.Show.Day(r.Until)}", r.Place, Who(r), Output.Show.Cite(r.Evidence) }),
            "No round is known.");
    }

    private static string Band(Offer offer) => (offer.Low, offer.High) switch
    {
        ("", "") => "",
        _ => $" ({offer.Low} to {offer.High} {offer.Unit})",
    };

    private static string Who(Round round)
    {
        var named = round.Negotiators.Select(n => $"{n.PersonId} for {n.PartyId}{(n.Role.Length > 0 ? $" ({n.Role})" : "")}");
        return string.Join(", ", round.Unnamed > 0 ? named.Append($"{round.Unnamed} unnamed") : named);
    }
}
