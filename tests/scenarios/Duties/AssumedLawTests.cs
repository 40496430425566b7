using GeoGraph.Contracts.Exposure.V1;
using GeoGraph.Contracts.Tariffs.V1;
using Google.Type;

namespace GeoGraph.Scenarios.Duties;

/// <summary>The starter data under another law, and the partners and dependences that its sources state.</summary>
[Collection(World.Collection)]
public class AssumedLawTests(World world)
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

    /// <summary>What is owed in percent of 1,000,000 under a deal, and the day after it ends; what is charged then by which act, and what is taken in its place.</summary>
    [Theory]
    [InlineData("us-jp-2025", "state:JP", "8703.23.01", "2026-02-01", "15", "27.5", "Proc. 10908", "measure:us-autos-25")]
    [InlineData("us-eu-2025", "state:DE", "8703.23.01", "2026-02-01", "15", "27.5", "Proc. 10908", "measure:us-autos-25")]
    [InlineData("us-kr-2025", "state:KR", "8703.23.01", "2026-02-01", "15", "27.5", "Proc. 10908", "measure:us-autos-25")]
    [InlineData("us-uk-2025", "state:GB", "8703.23.01", "2026-02-01", "10", "27.5", "Proc. 10908", "measure:us-autos-25")]
    [InlineData("us-jp-2025", "state:JP", "8457.10.00", "2026-01-15", "15", "14.2", "EO 14257", "measure:us-reciprocal-baseline")]
    [InlineData("us-tw-mou-2026", "state:TW", "8708.29.51", "2026-06-01", "15", "27.5", "Proc. 10908", "measure:us-auto-parts-25")]
    public async Task What_carries_out_a_deal_ends_with_it_and_the_general_law_comes_back(
        string deal, string origin, string code, string on, string under, string after, string basis, string place)
    {
        var date = DateOnly.ParseExact(on, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var entry = new Entry { ImporterId = "state:US", OriginId = origin, Hs = code, CustomsValue = "1000000", EntryDate = Day(date.Year, date.Month, date.Day) };
        foreach (var (name, value) in Facts(code))
            entry.Facts.Add(name, value);
        var overlay = new LawOverlay { EndedAgreements = { new EndedAgreement { AgreementId = "agreement:" + deal, EndedOn = entry.EntryDate } } };
        var (before, ended) = (await PriceAsync(entry, new LawOverlay()), await PriceAsync(entry, overlay));
        Assert.Equal((under, after), (before.EffectiveRatePercent, ended.EffectiveRatePercent));
        Assert.Contains(ended.Lines, line => line.Measure.Id == place && line.Measure.LegalBasis == basis);
        Assert.Contains(ended.NotEvaluated, text => text.Contains($"ends with agreement:{deal} on {on}; in its place is taken what the law has beside it, {place}", StringComparison.Ordinal));
    }

    /// <summary>The general rate on steel leaves the United Kingdom out by its text, so that it does not come back by itself.</summary>
    [Fact]
    public async Task Steel_of_the_United_Kingdom_owes_at_least_what_is_left_once_its_deal_ends()
    {
        var entry = new Entry { ImporterId = "state:US", OriginId = "state:GB", Hs = "7208.10.15", CustomsValue = "1000000", EntryDate = Day(2026, 1, 15) };
        var overlay = new LawOverlay { EndedAgreements = { new EndedAgreement { AgreementId = "agreement:us-uk-2025", EndedOn = Day(2026, 1, 15) } } };
        var (before, ended) = (await PriceAsync(entry, new LawOverlay()), await PriceAsync(entry, overlay));
        Assert.Contains(before.Lines, line => line.Measure.Id == "measure:us-steel-uk-25" && line.Amount == "250000.00");
        Assert.Equal((Outcome.Conditional, "100000.00", ""), (ended.Outcome, ended.LowestTotal, ended.HighestTotal));
        Assert.Contains(ended.NotEvaluated, text => text == "measure:us-steel-uk-25: it ends with agreement:us-uk-2025 on 2026-01-15; what takes its place is not in the data, and the most that is owed is open.");
    }

    [Fact]
    public async Task What_nothing_in_the_data_takes_the_place_of_is_open_and_no_fall_to_nothing()
    {
        var entry = new Entry { ImporterId = "state:CN", OriginId = "state:US", Hs = "8703.23.51", CustomsValue = "1000000", EntryDate = Day(2026, 1, 15) };
        var overlay = new LawOverlay { EndedAgreements = { new EndedAgreement { AgreementId = "agreement:us-cn-geneva-2025", EndedOn = Day(2026, 1, 15) } } };
        var (before, ended) = (await PriceAsync(entry, new LawOverlay()), await PriceAsync(entry, overlay));
        Assert.Contains(before.Lines, line => line.Measure.Id == "measure:cn-counter-10");
        Assert.Equal((Outcome.Conditional, ""), (ended.Outcome, ended.HighestTotal));
        Assert.Contains(ended.NotEvaluated, text => text.StartsWith("measure:cn-counter-10: it ends with agreement:us-cn-geneva-2025", StringComparison.Ordinal));
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
        return await PriceAsync(entry, overlay);
    }

    private async Task<DutyResult> PriceAsync(Entry entry, LawOverlay overlay)
    {
        var request = new CalculateDutyRequest { Entry = entry, Question = new DutyQuestion { Overlay = overlay }, Read = world.Session.Read };
        return (await world.Session.Tariffs.CalculateDutyAsync(request)).Result;
    }

    private static IEnumerable<(string Name, string Value)> Facts(string code) => code.StartsWith("8457", StringComparison.Ordinal)
        ? [("content_value.steel", "0"), ("content_value.aluminum", "0"), ("content_value.copper", "0")]
        : code.StartsWith("8703", StringComparison.Ordinal) ? [("quota_used.9903.94.31", "0")] : [];
}
