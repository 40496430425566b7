using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Exposure.V1;
using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Closure;
using GeoGraph.Exposure.Consequences;
using GeoGraph.Exposure.Duties;
using GeoGraph.Exposure.Feed;
using GeoGraph.Exposure.Mapping;
using GeoGraph.Exposure.Views;
using GeoGraph.Hosting.Feed;
using GeoGraph.Hosting.Wire;
using GeoGraph.ServiceTests.Exposure.Tariffs;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Case = GeoGraph.Contracts.Exposure.V1.Finding.FindingOneofCase;

namespace GeoGraph.ServiceTests.Exposure.Consequences;

/// <summary>The joined question over the small world and its law.</summary>
public sealed class ConsequenceTests(PricedWorld world) : IClassFixture<PricedWorld>
{
    private static readonly ScenarioChange Closed = new() { CloseChokepoint = new() { ChokepointId = "chokepoint:taiwan-strait" } };

    [Fact]
    public async Task A_lost_refiner_stops_packs_on_day_eighty_and_costs_the_assembler_twenty_and_a_half()
    {
        var (findings, basis) = await AskAsync("90", new ScenarioChange { RemoveId = "firm:CN_REFINE" });

        var loss = Of(findings, Case.InputLoss).Single(finding => finding.InputLoss.ActorId == "firm:US_OEM");
        Assert.Equal(("20.5479", "pack", "0.25", "80"), (loss.AmountUsd, loss.InputLoss.Stop.InputGroup, loss.InputLoss.Stop.Availability, loss.InputLoss.Stop.ShortFromDay));
        Assert.Equal(new Google.Type.Date { Year = 2026, Month = 4, Day = 22 }, loss.InputLoss.On);
        Assert.Equal(("80", "10"), (loss.InputLoss.Survival.SurvivesDays, loss.InputLoss.Survival.GapDays));
        Assert.Equal(["supplies:US_PACK-US_OEM"], loss.RelationIds);
        Assert.Equal(["firm:KR_CATHODE", "firm:US_OEM", "firm:US_PACK"], Of(findings, Case.InputLoss).Select(finding => finding.InputLoss.ActorId).Order());
        var shift = Of(findings, Case.SourcingShift).Single(finding => finding.SourcingShift.BuyerId == "firm:KR_CATHODE").SourcingShift;
        Assert.Equal(("li", "firm:CN_REFINE", "firm:CL_MINE", "0.75"), (shift.InputGroup, shift.FromId, shift.ToId, shift.Share));
        Assert.Contains("the only other source in the data", shift.Reason, StringComparison.Ordinal);
        Assert.Contains("its free capacity is not stated", shift.Reason, StringComparison.Ordinal);
        Assert.Contains(basis.Unknown, sentence => sentence.Contains("No other source of cathode of firm:US_PACK", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, finding => finding.FindingCase == Case.LandedCost);
        Assert.Contains(basis.Parameters, parameter => parameter is { Name: "days", Value: "90" });
        Assert.True(basis.Completeness.Complete);
    }

    [Fact]
    public async Task A_put_measure_raises_costs_downstream_and_turns_the_buyer_to_the_cheaper_source()
    {
        var (findings, basis) = await AskAsync("", new ScenarioChange { PutMeasure = PricedWorld.Duty("US", "MX", "853710", "25%") });

        var cost = Of(findings, Case.LandedCost).Single();
        Assert.Equal(("75", "firm:US_OEM", "product:853710", "0", "0.075"),
            (cost.AmountUsd, cost.LandedCost.ActorId, cost.LandedCost.ProductId, cost.LandedCost.DirectBefore, cost.LandedCost.DirectAfter));
        Assert.Equal(["supplies:MX_ECU-US_OEM"], cost.RelationIds);
        Assert.Contains("agreements=", basis.RevisionToken, StringComparison.Ordinal);

        var (turned, _) = await AskAsync("", new ScenarioChange { PutMeasure = PricedWorld.Duty("MX", "MY", "854231", "25%") });
        var shifts = Of(turned, Case.SourcingShift).ToList();
        Assert.Equal(["140 firm:MX_ECU firm:MY_OSAT firm:JP_FAB 0.7", "10 firm:MX_ECU firm:MY_OSAT firm:DE_SEMI 0.05"], shifts.Select(finding =>
            $"{finding.AmountUsd} {finding.SourcingShift.BuyerId} {finding.SourcingShift.FromId} {finding.SourcingShift.ToId} {finding.SourcingShift.Share}"));
        Assert.Contains("as far as its capacity of USD 60 a year goes", shifts[1].SourcingShift.Reason, StringComparison.Ordinal);
        var shift = shifts[0].SourcingShift;
        Assert.Contains("landed cost 1.25 against 1, where it was 1 against 1", shift.Reason, StringComparison.Ordinal);
        var loads = Of(turned, Case.ChokepointLoad).ToDictionary(finding => finding.ChokepointLoad.ChokepointId, finding => finding.ChokepointLoad);
        Assert.Equal(("190", "40"), (loads["chokepoint:luzon"].BeforeUsdPerYear, loads["chokepoint:luzon"].AfterUsdPerYear));
        Assert.Equal(("50", "60"), (loads["chokepoint:dover"].BeforeUsdPerYear, loads["chokepoint:dover"].AfterUsdPerYear));
    }

    [Fact]
    public async Task A_shut_strait_takes_wafers_and_the_other_straits_say_what_they_carry()
    {
        var (findings, basis) = await AskAsync("60", Closed);

        Assert.Equal(["firm:MX_ECU chip 0.55", "firm:MY_OSAT wafer 0.4", "firm:US_OEM ecu 0.55"], Of(findings, Case.InputLoss)
            .Select(finding => $"{finding.InputLoss.ActorId} {finding.InputLoss.Stop.InputGroup} {finding.InputLoss.Stop.Availability}").Order(StringComparer.Ordinal));
        var strait = Of(findings, Case.ChokepointLoad).Single(finding => finding.ChokepointLoad.ChokepointId == "chokepoint:taiwan-strait").ChokepointLoad;
        Assert.Equal(("60", "0"), (strait.BeforeUsdPerYear, strait.AfterUsdPerYear));
        Assert.Contains(basis.Unknown, sentence => sentence.Contains("no sea lanes are in the data", StringComparison.Ordinal));
        var amounts = findings.Where(finding => finding.AmountUsd.Length > 0).Select(finding => decimal.Parse(finding.AmountUsd, null)).ToList();
        Assert.Equal(amounts.OrderDescending(), amounts);
        Assert.All(findings.Skip(amounts.Count), finding => Assert.Equal("", finding.AmountUsd));
    }

    [Fact]
    public async Task The_end_of_an_agreement_takes_its_duty_away_and_names_who_pays_less()
    {
        var (findings, _) = await AskAsync("", new ScenarioChange { EndAgreement = new() { AgreementId = "agreement:cathodes" } });

        Assert.Equal(["firm:US_OEM product:850760 4.8", "firm:US_PACK product:284190 4.8"],
            Of(findings, Case.LandedCost).Select(finding => $"{finding.LandedCost.ActorId} {finding.LandedCost.ProductId} {finding.AmountUsd}"));
        Assert.All(findings, finding => Assert.Contains("less of duty", finding.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_end_of_an_agreement_on_which_no_measure_rests_is_answered_with_nothing_and_says_so()
    {
        var stated = new Contracts.Common.V1.Evidence { Sources = { new Contracts.Common.V1.Source { Title = "the world itself" } } };
        var talk = new Agreement
        {
            Id = "agreement:talk",
            Names = { new Contracts.Common.V1.LocalName { Language = "en", Text = "Talk" } },
            Kind = AgreementKind.TradeAgreement,
            Parties = { new Party { PartyId = "state:US" }, new Party { PartyId = "state:KR" } },
            Steps = { new StatusStep { On = PricedWorld.Day, Status = AgreementStatus.Signed, Evidence = stated } },
            Evidence = stated,
        };
        await world.WriteAsync(new RecordChange { Record = new() { Agreement = talk } });
        var (findings, basis) = await AskAsync("", new ScenarioChange { EndAgreement = new() { AgreementId = talk.Id } });

        Assert.Empty(findings);
        Assert.Contains(basis.Unknown, sentence => sentence.StartsWith("No measure in the data rests on agreement:talk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Work_that_has_to_end_gives_what_was_found_and_says_that_the_deadline_pruned_it()
    {
        var state = world.Host.Services.GetRequiredService<Newest<LoadedGraph>>().Value!;
        var request = Request("60", Closed);
        var view = state.At(new DateOnly(2026, 2, 1), EvidenceRule.All);
        var question = new OpenedQuestion(new RequestFields(), state, view, TraceLimits.Default, CancellationToken.None) { Request = request, Page = AnswerPage.Read(request, "", 100) };
        var lost = new LostSupply([EntityId.Parse("firm:CN_REFINE")], new Dictionary<int, decimal>(), new Dictionary<int, FlowDetour>(), [], 90m, ["said already"]);
        var terms = new ConsequenceTerms([], 90m, 14m, 1m, 0m);
        var rates = new SideRatesMapping(world.Host.Services.GetRequiredService<TariffRates>(), new DutyTerms(new(), new Dictionary<string, string>(), null, false));
        var run = new ConsequenceRun(question, new ChangedWorld(state, view, lost) { IsChanged = false }, terms, rates, world.Host.Services.GetRequiredService<AgreementRecords>());

        await run.RunAsync(new CancellationToken(canceled: true), CancellationToken.None);

        Assert.Equal(PrunedBy.Deadline, run.PrunedBy);
        Assert.Equal(["said already"], run.Unknown);
        await Assert.ThrowsAsync<OperationCanceledException>(() => run.RunAsync(new CancellationToken(canceled: true), new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task A_cursor_goes_on_with_the_rest_at_the_same_revision_whatever_is_written()
    {
        var request = Request("60", Closed);
        var (all, whole) = await AskAsync(request);
        Assert.True(all.Count > 3);
        await world.WriteAsync(new RecordChange { Record = new() { Measure = PricedWorld.Duty("MX", "KR", "854231", "7%") } });
        request.Question.Cursor = all[1].Cursor;
        var (rest, basis) = await AskAsync(request);
        await world.WriteAsync(new RecordChange { DeleteId = "measure:mx-kr-854231" });

        Assert.Equal(all.Skip(2), rest);
        Assert.Equal(whole.RevisionToken, basis.RevisionToken);

        request.Days = "61";
        Assert.Equal("INVALID_PAGE_TOKEN", (await RefusedAsync(request)).Reason());
    }

    [Fact]
    public async Task A_limit_cuts_the_stream_and_gives_the_cursor_of_the_next_finding()
    {
        var request = Request("60", Closed);
        request.Question.Limit = 2;
        var (first, basis) = await AskAsync(request);
        request.Question.Cursor = basis.Completeness.Cursor;
        var (second, _) = await AskAsync(request);

        Assert.Equal((2, 2), (first.Count, second.Count));
        Assert.False(basis.Completeness.Complete);
        Assert.Equal((await AskAsync("60", Closed)).Findings.Take(4).Select(finding => finding.Sentence), first.Concat(second).Select(finding => finding.Sentence));
    }

    [Fact]
    public async Task Nothing_follows_for_who_is_not_touched()
    {
        var request = Request("60", Closed);
        request.OfIds.Add("firm:DE_SEMI");
        var (findings, basis) = await AskAsync(request);

        Assert.Empty(findings);
        Assert.Equal("consequences", basis.Measure);
    }

    [Fact]
    public async Task Small_amounts_are_left_out_where_that_is_asked()
    {
        var request = Request("90", new ScenarioChange { RemoveId = "firm:CN_REFINE" });
        request.LeastAmountUsd = "20";
        var (findings, _) = await AskAsync(request);

        Assert.All(findings, finding => Assert.True(finding.AmountUsd.Length == 0 || decimal.Parse(finding.AmountUsd, null) >= 20m));
        Assert.Contains(findings, finding => finding.AmountUsd == "20.5479");
    }

    [Fact]
    public async Task What_breaks_a_rule_is_refused_with_every_field()
    {
        var nothing = await RefusedAsync(new() { Days = "0", SpeedKnots = "0", PassThrough = "2", LeastAmountUsd = "-1", OfIds = { "x" }, Question = world.Ask() });
        var absent = await RefusedAsync(Request("", new ScenarioChange { RemoveId = "firm:NOBODY" }));
        var law = await RefusedAsync(Request("", new ScenarioChange { EndAgreement = new() { AgreementId = "agreement:unknown" } }));

        Assert.Equal(["days", "least_amount_usd", "of_ids[0]", "pass_through", "question.scenarios", "speed_knots"], nothing.Fields().Order(StringComparer.Ordinal));
        Assert.Equal((StatusCode.NotFound, StatusCode.NotFound), (absent.StatusCode, law.StatusCode));
    }

    private StreamConsequencesRequest Request(string days, params ScenarioChange[] changes) => new() { Days = days, Question = world.Ask(changes) };

    private static IEnumerable<Finding> Of(IEnumerable<Finding> findings, Case kind) => findings.Where(finding => finding.FindingCase == kind);

    private Task<(List<Finding> Findings, Basis Basis)> AskAsync(string days, params ScenarioChange[] changes) => AskAsync(Request(days, changes));

    private async Task<(List<Finding> Findings, Basis Basis)> AskAsync(StreamConsequencesRequest request)
    {
        using var call = world.Exposure.StreamConsequences(request);
        var messages = await call.ResponseStream.ReadAllAsync().ToListAsync();
        Assert.All(messages.SkipLast(1), message => Assert.NotNull(message.Finding));
        Assert.Null(messages[^1].Finding);
        return ([.. messages.SkipLast(1).Select(message => message.Finding)], messages[^1].Basis);
    }

    private async Task<RpcException> RefusedAsync(StreamConsequencesRequest request)
    {
        using var call = world.Exposure.StreamConsequences(request);
        return await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
    }
}
