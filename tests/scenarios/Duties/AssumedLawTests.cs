using GeoGraph.Contracts.Exposure.V1;
using GeoGraph.Contracts.Tariffs.V1;
using Google.Type;

namespace GeoGraph.Scenarios.Duties;

/// <summary>The starter data under another law, and the partners and dependences that its sources state.</summary>
[Collection(World.Collection)]
public sealed class AssumedLawTests(World world)
{
    [Fact]
    public async Task The_end_of_the_surcharge_takes_it_off_every_entry_from_its_date()
    {
        var end = new EndedAgreement { AgreementId = "agreement:us-section-122-surcharge", EndedOn = Day(2026, 3, 1) };
        Assert.Contains("us-s122", await AuthoritiesAsync("state:JP", Day(2026, 3, 2), new LawOverlay()));
        Assert.DoesNotContain("us-s122", await AuthoritiesAsync("state:JP", Day(2026, 3, 2), new LawOverlay { EndedAgreements = { end } }));
        Assert.Contains("us-s122", await AuthoritiesAsync("state:JP", Day(2026, 2, 28), new LawOverlay { EndedAgreements = { end } }));
    }

    [Fact]
    public async Task The_end_of_USMCA_brings_the_ordinary_duty_back_though_the_entry_claims_it()
    {
        var overlay = new LawOverlay { EndedAgreements = { new EndedAgreement { AgreementId = "agreement:usmca", EndedOn = Day(2025, 6, 1) } } };
        var before = await PriceAsync("state:MX", Day(2025, 6, 2), new LawOverlay(), ("special_program", "S"), ("usmca_originating", "true"));
        var after = await PriceAsync("state:MX", Day(2025, 6, 2), overlay, ("special_program", "S"), ("usmca_originating", "true"));
        Assert.Equal("0.00", before.TotalDuty);
        Assert.Equal("us-column-1", after.Lines[0].Measure.Authority);
        Assert.Contains(after.Lines, line => line.Measure.Authority == "us-ieepa-mexico");
    }

    [Fact]
    public async Task Partners_of_the_United_States_come_by_the_deficit_with_them()
    {
        var request = new RankPartnersRequest { OfId = "state:US", Question = new Question { AsOf = Day(2025, 6, 1), Read = world.Session.Read } };
        var answer = await world.Session.Exposure.RankPartnersAsync(request);
        Assert.Equal(["state:CN", "bloc:eu", "state:MX", "state:JP"], answer.Partners.Take(4).Select(partner => partner.PartnerId));
        Assert.Equal(("68400000000", "0.057", "2024", 4), (answer.Partners[3].Value, answer.Partners[3].Share, answer.Partners[3].Period, answer.Partners[3].Rank));
        Assert.Equal(("state:GB", "-12000000000"), (answer.Partners[^1].PartnerId, answer.Partners[^1].Value));
        Assert.Equal(["state:TW product:logic-chip 0.442", "state:TW product:memory-chip 0.244"], answer.Dependences.Take(2).Select(share => $"{share.OnId} {share.Name} {share.Share}"));
    }

    private static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    private async Task<List<string>> AuthoritiesAsync(string origin, Date on, LawOverlay overlay) =>
        [.. (await PriceAsync(origin, on, overlay)).Lines.Select(line => line.Measure.Authority)];

    private async Task<DutyResult> PriceAsync(string origin, Date on, LawOverlay overlay, params (string Name, string Value)[] facts)
    {
        var entry = new Entry { ImporterId = "state:US", OriginId = origin, Hs = "8457.10.00", CustomsValue = "1000", EntryDate = on };
        foreach (var (name, value) in facts.Append(("content_value.steel", "0")).Append(("content_value.aluminum", "0")).Append(("content_value.copper", "0")))
            entry.Facts.Add(name, value);
        var request = new CalculateDutyRequest { Entry = entry, Question = new DutyQuestion { Overlay = overlay }, Read = world.Session.Read };
        return (await world.Session.Tariffs.CalculateDutyAsync(request)).Result;
    }
}
