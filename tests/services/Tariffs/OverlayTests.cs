using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Tariffs.V1;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.ServiceTests.Tariffs;

/// <summary>A question may assume another law: its answers are those that the same law would give were it written, and what is stored stays as it is.</summary>
public sealed class OverlayTests : TariffsTest
{
    [Fact]
    public async Task Measures_put_and_removed_price_as_if_they_were_written()
    {
        var written = await WriteAsync(Ordinary("4%"), Extra("baseline", "10%"));
        var overlay = new LawOverlay { PutMeasures = { Ordinary("6%"), Extra("more", "25%") }, RemovedMeasureIds = { "measure:baseline" } };
        var assumed = await PriceAsync(overlay, written);
        Assert.Equal("310.00", assumed.TotalDuty);
        Assert.Equal("140.00", (await PriceAsync(Entry(Day(2025, 5, 1)), written)).TotalDuty);

        var stored = await WriteAsync(Ordinary("6%"), Extra("more", "25%"));
        await Agreements.UpsertRecordsAsync(new UpsertRecordsRequest { Changes = { new RecordChange { DeleteId = "measure:baseline" } } });
        stored = (await Agreements.UpsertRecordsAsync(new UpsertRecordsRequest { Changes = { new RecordChange { Record = new Record { Measure = Ordinary("6%") } } } })).Receipt.RevisionToken;
        Assert.Equal(await PriceAsync(Entry(Day(2025, 5, 1)), stored), assumed);
    }

    [Fact]
    public async Task An_ended_agreement_ends_what_rests_on_it_from_its_date()
    {
        var basis = Extra("deal", "10%");
        basis.LegalBasisId = "agreement:deal";
        var written = await WriteAsync(Ordinary("4%"), basis);
        var overlay = new LawOverlay { EndedAgreements = { new EndedAgreement { AgreementId = "agreement:deal", EndedOn = Day(2025, 7, 1) } } };
        Assert.Equal("140.00", (await PriceAsync(overlay, written, Day(2025, 6, 30))).TotalDuty);
        var after = await PriceAsync(overlay, written, Day(2025, 7, 1));
        Assert.Equal("40.00", after.TotalDuty);
        Assert.Contains(after.NotApplied, entry => entry.Measure.Id == "measure:deal" && entry.Kind == NotAppliedKind.Date);
    }

    [Fact]
    public async Task What_carries_out_an_ended_agreement_ends_and_the_answer_says_what_is_taken_in_its_place()
    {
        var (general, deal) = (Extra("general", "25%"), Extra("deal", "floor 15%"));
        (deal.LegalBasisId, deal.Precedence) = ("agreement:act", 10);
        deal.ImplementsIds.Add("agreement:deal");
        var written = await WriteAsync(Ordinary("4%"), general, deal);
        var overlay = new LawOverlay { EndedAgreements = { new EndedAgreement { AgreementId = "agreement:deal", EndedOn = Day(2025, 7, 1) } } };
        Assert.Equal("150.00", (await PriceAsync(overlay, written, Day(2025, 6, 30))).TotalDuty);
        var after = await PriceAsync(overlay, written, Day(2025, 7, 1));
        Assert.Equal((Outcome.Determined, "290.00", "290.00"), (after.Outcome, after.TotalDuty, after.HighestTotal));
        Assert.Contains(after.NotEvaluated, text => text.StartsWith("measure:deal: it ends with agreement:deal on 2025-07-01; in its place is taken what the law has beside it, measure:general", StringComparison.Ordinal));

        overlay.RemovedMeasureIds.Add("measure:general");
        var open = await PriceAsync(overlay, written, Day(2025, 7, 1));
        Assert.Equal((Outcome.Conditional, "40.00", ""), (open.Outcome, open.LowestTotal, open.HighestTotal));
        Assert.Contains(open.NotEvaluated, text => text.Contains("what takes its place is not in the data", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Preferences_claimed_under_an_ended_agreement_fall_away_and_so_does_what_it_spares()
    {
        var rule = new OriginRule
        {
            Id = "origin-rule:pact",
            AgreementId = "agreement:pact",
            Programs = { "S" },
            RegionIds = { "state:FR" },
            Evidence = Stated,
            AllOf = { new OriginCriterion { Kind = OriginCriterionKind.RegionalValue, Threshold = "0.5", Formula = "net-cost" } },
        };
        var preference = Measure("measure:preference", MeasureType.TariffPreference, "Free");
        preference.Authority = "us-special";
        preference.Conditions.Add(Claimed(FactOperator.Equals, "special_program", "S", ("pact_originating", "true")));
        var surcharge = Extra("surcharge", "10%");
        surcharge.Conditions.Add(Claimed(FactOperator.NotEquals, "pact_originating", "true"));
        var written = await WriteAsync(new Record { OriginRule = rule }, new Record { Measure = Ordinary("4%") }, new Record { Measure = preference }, new Record { Measure = surcharge });
        var entry = Entry(Day(2025, 8, 1));
        entry.Facts.Add("pact_originating", "true");
        Assert.Equal("0.00", (await PriceAsync(entry, written)).TotalDuty);
        var overlay = new LawOverlay { EndedAgreements = { new EndedAgreement { AgreementId = "agreement:pact", EndedOn = Day(2025, 7, 1) } } };
        Assert.Equal("140.00", (await PriceAsync(entry, overlay, written)).TotalDuty);
        entry.EntryDate = Day(2025, 6, 30);
        Assert.Equal("0.00", (await PriceAsync(entry, overlay, written)).TotalDuty);
    }

    [Fact]
    public async Task What_breaks_the_rules_of_a_write_is_named_at_its_place()
    {
        var written = await WriteAsync(Ordinary("4%"));
        var broken = Extra("broken", "25 percent or so");
        broken.Title = "";
        var overlay = new LawOverlay { PutMeasures = { Extra("good", "1%"), broken } };
        var failure = await Tariffs.CalculateDutyAsync(Request(Entry(Day(2025, 5, 1)), overlay, written)).RefusedAsync();
        Assert.Equal("INVALID_REQUEST", failure.Reason());
        Assert.Equal(["question.overlay.put_measures[1].title", "question.overlay.put_measures[1].duty"], failure.Fields());
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_removed_or_ended()
    {
        var written = await WriteAsync(Ordinary("4%"));
        var removed = await Tariffs.CalculateDutyAsync(Request(Entry(Day(2025, 5, 1)), new LawOverlay { RemovedMeasureIds = { "measure:none" } }, written)).RefusedAsync();
        Assert.Equal("NOT_FOUND", removed.Reason());
        var ended = new LawOverlay { EndedAgreements = { new EndedAgreement { AgreementId = "agreement:none", EndedOn = Day(2025, 1, 1) } } };
        Assert.Equal("NOT_FOUND", (await Tariffs.CalculateDutyAsync(Request(Entry(Day(2025, 5, 1)), ended, written)).RefusedAsync()).Reason());
        var dateless = new LawOverlay { EndedAgreements = { new EndedAgreement { AgreementId = "agreement:none" } } };
        Assert.Equal(["question.overlay.ended_agreements[0].ended_on"], (await Tariffs.CalculateDutyAsync(Request(Entry(Day(2025, 5, 1)), dateless, written)).RefusedAsync()).Fields());
    }

    [Fact]
    public async Task Every_call_with_a_question_honours_it()
    {
        var written = await WriteAsync(Ordinary("4%"));
        var question = new DutyQuestion { Overlay = new LawOverlay { PutMeasures = { Extra("more", "25%") } } };
        var read = new ReadOptions { AtLeast = written };
        var batch = await Tariffs.BatchCalculateDutyAsync(new BatchCalculateDutyRequest { Entries = { Entry(Day(2025, 5, 1)) }, Question = question, Read = read, Detail = DutyDetail.Totals });
        Assert.Equal("290.00", batch.Items[0].Result.TotalDuty);
        Assert.Empty(batch.Items[0].Result.Lines);
        var timeline = await Tariffs.GetRateTimelineAsync(new GetRateTimelineRequest { Entry = Entry(Day(2025, 5, 1)), From = Day(2025, 5, 1), To = Day(2025, 5, 2), Question = question, Read = read });
        Assert.Equal("290.00", timeline.Steps[0].Result.TotalDuty);
        var origins = await Tariffs.CompareOriginsAsync(new CompareOriginsRequest { Entry = Entry(Day(2025, 5, 1)), OriginIds = { "state:FR" }, Question = question, Read = read });
        Assert.Equal("290.00", origins.Origins[0].Result.TotalDuty);
        using var stream = Tariffs.StreamDuties();
        await stream.RequestStream.WriteAsync(new StreamDutiesRequest { Entries = { Entry(Day(2025, 5, 1)) }, Question = question, Read = read });
        await stream.RequestStream.CompleteAsync();
        Assert.True(await stream.ResponseStream.MoveNext(default));
        Assert.Equal("290.00", stream.ResponseStream.Current.Items[0].Result.TotalDuty);
    }

    private static Measure Ordinary(string duty) => Measure("measure:column-1", MeasureType.ThirdCountryDuty, duty);

    private static Measure Extra(string name, string duty) => Measure("measure:" + name, MeasureType.AdditionalDuty, duty);

    private static Condition Claimed(FactOperator compared, string fact, string value, params (string Fact, string Value)[] others) => new()
    {
        Reason = "not claimed",
        AnyOf =
        {
            others.Prepend((fact, value)).Select(test => new FactTest
            {
                Fact = test.Item1, Operator = compared, Value = test.Item2, WhenAbsent = compared == FactOperator.NotEquals ? WhenAbsent.Holds : WhenAbsent.Fails,
            }),
        },
    };

    private static CalculateDutyRequest Request(Entry entry, LawOverlay overlay, string atLeast) =>
        new() { Entry = entry, Question = new DutyQuestion { Overlay = overlay }, Read = new ReadOptions { AtLeast = atLeast } };

    private Task<DutyResult> PriceAsync(LawOverlay overlay, string atLeast, Google.Type.Date? on = null) => PriceAsync(Entry(on ?? Day(2025, 5, 1)), overlay, atLeast);

    private async Task<DutyResult> PriceAsync(Entry entry, LawOverlay overlay, string atLeast) =>
        (await Tariffs.CalculateDutyAsync(Request(entry, overlay, atLeast))).Result;
}
