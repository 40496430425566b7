using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.ServiceTests.Agreements;

public sealed class QuestionTests : AgreementsTest
{
    [Fact]
    public async Task Signed_is_not_in_force_and_binds_nobody()
    {
        await WriteAsync(Deal("agreement:art", (Day(2026, 2, 12), AgreementStatus.Signed), (Day(2026, 6, 1), AgreementStatus.InForce)));
        var before = Assert.Single((await Bindings(Day(2026, 3, 1))).Bindings);
        Assert.Equal(AgreementStatus.Signed, before.Status);
        Assert.Equal(Day(2026, 2, 12), before.StatusSince);
        Assert.Empty(before.BoundIds);
        Assert.Equal(["state:TW", "state:US"], Assert.Single((await Bindings(Day(2026, 6, 1))).Bindings).BoundIds);
        Assert.Empty((await Bindings(Day(2026, 3, 1), inForceOnly: true)).Bindings);
    }

    [Fact]
    public async Task Bindings_hold_all_of_the_parties_asked_for()
    {
        await WriteAsync(Deal("agreement:art", (Day(2026, 2, 12), AgreementStatus.InForce)));
        Assert.Empty((await Client.ListBindingsAsync(new ListBindingsRequest { PartyIds = { "state:US", "state:JP" }, AsOf = Day(2026, 3, 1) })).Bindings);
    }

    [Fact]
    public async Task Bindings_go_on_page_by_page_without_gap_or_repeat()
    {
        await WriteAsync([.. Enumerable.Range(0, 25).Select(i => Deal($"agreement:a{i:00}", (Day(2026, 1, 1), AgreementStatus.InForce)))]);
        var seen = new List<string>();
        var request = new ListBindingsRequest { AsOf = Day(2026, 3, 1), PageSize = 10 };
        do
        {
            var page = await Client.ListBindingsAsync(request);
            seen.AddRange(page.Bindings.Select(binding => binding.Agreement.Id));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"agreement:a{i:00}"), seen);
    }

    [Fact]
    public async Task A_clash_named_on_one_side_shows_on_both()
    {
        await WriteAsync(Said("claim:R17", "state:TW"), Said("claim:R19", "state:TW", "claim:R17"), Said("claim:R20", "state:MX"));
        var flagged = await Client.ListClaimsAsync(new ListClaimsRequest { FlaggedOnly = true });
        Assert.Equal([("claim:R17", "claim:R19"), ("claim:R19", "claim:R17")], flagged.Claims.Select(claim => (claim.Id, Assert.Single(claim.ClashesWithIds))));
        var one = await Client.GetRecordAsync(new GetRecordRequest { Id = "claim:R17" });
        Assert.Equal(["claim:R19"], one.Record.Claim.ClashesWithIds);
        var listed = await Client.ListRecordsAsync(new ListRecordsRequest { Kinds = { RecordKind.Claim } });
        Assert.Equal([["claim:R19"], ["claim:R17"], []], listed.Records.Select(record => record.Claim.ClashesWithIds));
        var found = await Client.SearchRecordsAsync(new SearchRecordsRequest { Text = "R17" });
        Assert.Equal(["claim:R19"], Assert.Single(found.Records).Claim.ClashesWithIds);
        var about = await Client.ListClaimsAsync(new ListClaimsRequest { SubjectIds = { "state:TW" }, FlaggedOnly = true, PageSize = 1 });
        Assert.Equal(["claim:R19"], Assert.Single(about.Claims).ClashesWithIds);
    }

    [Fact]
    public async Task What_was_said_by_a_date_leaves_out_what_was_said_later()
    {
        await WriteAsync(Said("claim:R17", "state:TW"));
        Assert.Single((await Client.ListClaimsAsync(new ListClaimsRequest { SaidBy = Day(2026, 1, 22) })).Claims);
        Assert.Empty((await Client.ListClaimsAsync(new ListClaimsRequest { SaidBy = Day(2026, 1, 21) })).Claims);
    }

    // Japan: 15% on top as first published, inclusive as made retroactive on 2025-09-16 (EO 14345).
    [Fact]
    public async Task Measures_are_those_of_the_version_known_on_the_date()
    {
        await WriteAsync(
            Duty("measure:additive", "15%", new Period { To = Day(2025, 9, 16) }),
            Duty("measure:inclusive", "floor 15%", new Period { From = Day(2025, 9, 16) }));
        var request = new ListMeasuresRequest { ImposedById = "state:US", OriginId = "state:JP", On = Day(2025, 8, 20) };
        Assert.Equal("measure:inclusive", Assert.Single((await Client.ListMeasuresAsync(request)).Measures).Id);
        request.KnownAt = Day(2025, 8, 20);
        Assert.Equal("measure:additive", Assert.Single((await Client.ListMeasuresAsync(request)).Measures).Id);
    }

    [Fact]
    public async Task Negotiations_are_found_by_who_sat_at_the_table_and_when()
    {
        var round = new Round { Number = 1, On = Day(2025, 4, 17), Negotiators = { new Negotiator { PersonId = "person:bessent", PartyId = "state:US" } } };
        var later = new Round { Number = 2, On = Day(2025, 5, 1), Until = Day(2025, 5, 2) };
        await WriteAsync(new Record
        {
            Negotiation = new Negotiation
            {
                Id = "negotiation:us-jp",
                Names = { new LocalName { Language = "en", Text = "US-Japan talks" } },
                PartyIds = { "state:US", "state:JP" },
                Rounds = { round, later },
                Evidence = Stated,
            },
        });
        var sat = await Client.ListNegotiationsAsync(new ListNegotiationsRequest { NegotiatorId = "person:bessent" });
        Assert.Equal([1], Assert.Single(sat.Negotiations).Rounds.Select(found => found.Number));
        var lastDay = await Client.ListNegotiationsAsync(new ListNegotiationsRequest { PartyIds = { "state:JP", "state:US" }, Within = new Period { From = Day(2025, 5, 2) } });
        Assert.Equal([2], Assert.Single(lastDay.Negotiations).Rounds.Select(found => found.Number));
        Assert.Empty((await Client.ListNegotiationsAsync(new ListNegotiationsRequest { PartyIds = { "state:KR" } })).Negotiations);
    }

    [Fact]
    public async Task The_timeline_is_in_order_of_date_whatever_the_kind()
    {
        await WriteAsync(
            Deal("agreement:a", (Day(2026, 1, 15), AgreementStatus.Agreed), (Day(2026, 2, 12), AgreementStatus.Signed)),
            new Record
            {
                Event = new Event { Id = "event:ruling", Names = { new LocalName { Language = "en", Text = "Ruling" } }, On = Day(2026, 2, 1), Summary = "The court rules", Evidence = Stated },
            });
        var timeline = await Client.ListTimelineAsync(new ListTimelineRequest { PageSize = 2 });
        Assert.Equal(["Deal agreement:a: agreed", "The court rules"], timeline.Moments.Select(moment => moment.Text));
        var rest = await Client.ListTimelineAsync(new ListTimelineRequest { PageSize = 2, PageToken = timeline.NextPageToken });
        Assert.Equal(["Deal agreement:a: signed"], rest.Moments.Select(moment => moment.Text));
        Assert.Empty(rest.NextPageToken);
        Assert.Equal(["The court rules"], await AboutAsync("event:ruling"));
        Assert.Equal(["Deal agreement:a: agreed", "Deal agreement:a: signed"], await AboutAsync("agreement:a", "state:TW"));
        Assert.Empty(await AboutAsync("state:JP"));
    }

    [Theory]
    [InlineData("台美")]
    [InlineData("臺美貿易協議")]
    [InlineData("deal AGREEMENT")]
    public async Task Records_are_found_by_name_in_any_script(string text)
    {
        await WriteAsync(Deal("agreement:art", (Day(2026, 2, 12), AgreementStatus.Signed)));
        Assert.Equal("agreement:art", Assert.Single((await Client.SearchRecordsAsync(new SearchRecordsRequest { Text = text })).Records).Agreement.Id);
    }

    private async Task<IEnumerable<string>> AboutAsync(params string[] ids) =>
        (await Client.ListTimelineAsync(new ListTimelineRequest { AboutIds = { ids } })).Moments.Select(moment => moment.Text);

    private async Task<ListBindingsResponse> Bindings(Google.Type.Date asOf, bool inForceOnly = false) =>
        await Client.ListBindingsAsync(new ListBindingsRequest { PartyIds = { "state:US", "state:TW" }, AsOf = asOf, InForceOnly = inForceOnly });
}
