using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

/// <summary>Which preferences are open to an entry, and whether they may lawfully be claimed. Ordinary duty 4%, fee 1% but for goods claimed as KR.</summary>
public sealed class PreferenceTests
{
    private static readonly EntityId Agreement = EntityId.Parse("agreement:korus");

    [Fact]
    public void A_preference_is_open_with_the_facts_that_claim_it_and_saves_the_fee_too()
    {
        var options = Find(World.Entry(origin: "state:KR"), Bills.Bill(Bills.Material(50)) with { MadeIn = Korea });
        Assert.Equal(["measure:kr", "measure:de-minimis", ""], options.Select(option => option.Measure?.Id.Value ?? ""));
        Assert.Equal("KR", options[0].Facts["special_program"]);
        Assert.Equal([50m, 40m, 0m], options.Select(option => option.Saving!.Value));
        Assert.All(options, option => Assert.Equal(PreferenceStanding.Lawful, option.Verdict.Standing));
        Assert.Equal("the good qualifies by origin-rule:kr", options[0].Verdict.Reason);
        Assert.Equal("it asks for no rule of origin", options[1].Verdict.Reason);
    }

    [Theory]
    [InlineData(56, "Refused", "the good does not qualify by origin-rule:kr: reduce non-originating value by 1.00")]
    [InlineData(55, "Lawful", "the good qualifies by origin-rule:kr")]
    public void A_bill_decides_by_the_rule_of_the_agreement(int foreign, string standing, string reason)
    {
        var option = Of("measure:kr", Find(World.Entry(origin: "state:KR"), Bills.Bill(Bills.Material(foreign)) with { MadeIn = Korea }));
        Assert.Equal((standing, reason), (option.Verdict.Standing.ToString(), option.Verdict.Reason));
        Assert.Equal(50m, option.Saving);
    }

    [Theory]
    [InlineData(null, "Unproven", "no bill of materials says whether the good qualifies by origin-rule:kr")]
    [InlineData("0.45", "Lawful", "the good qualifies by origin-rule:kr on the stated regional value content")]
    [InlineData("0.449", "Refused", "the good does not qualify by origin-rule:kr: raise it to 45%")]
    public void A_stated_regional_value_content_stands_in_for_a_bill(string? share, string standing, string reason)
    {
        var entry = share is null ? World.Entry(origin: "state:KR") : World.Entry(origin: "state:KR", facts: ("regional_value_content", share));
        var option = Of("measure:kr", Find(entry, null));
        Assert.Equal((standing, reason), (option.Verdict.Standing.ToString(), option.Verdict.Reason));
    }

    [Fact]
    public void A_preference_without_a_rule_in_the_data_is_unproven_and_the_rule_is_named()
    {
        var option = Of("measure:kr", Find(World.Entry(origin: "state:KR"), Bills.Bill(Bills.Material(1)) with { MadeIn = Korea }, rules: []));
        Assert.Equal(PreferenceStanding.Unproven, option.Verdict.Standing);
        Assert.Equal("no rule of origin of agreement:korus for 8457.10.00 on 2025-09-01 is in the data", option.Verdict.Reason);
        var other = Of("measure:kr", Find(World.Entry(origin: "state:KR"), null, rules: [], measures: [Kr with { LegalBasisId = "" }]));
        var everybody = Of("measure:kr", Find(World.Entry(), null, rules: [], measures: [Kr with { LegalBasisId = "", Origins = OriginScope.All }]));
        Assert.Equal((PreferenceStanding.Unproven, "it is open to every origin, and what programme KR, KR+ asks of goods is not in the data"), (everybody.Verdict.Standing, everybody.Verdict.Reason));
        Assert.Equal("no rule of origin of programme KR, KR+ for 8457.10.00 on 2025-09-01 is in the data", other.Verdict.Reason);
    }

    [Fact]
    public void What_is_claimed_of_no_agreement_qualifies_nothing()
    {
        var claimed = KrRule with { Id = EntityId.Parse("origin-rule:wto"), AgreementId = null };
        var option = Of("measure:kr", Find(World.Entry(origin: "state:KR"), Bills.Bill(Bills.Material(1)) with { MadeIn = Korea }, rules: [claimed]));
        Assert.Equal(PreferenceStanding.Unproven, option.Verdict.Standing);
    }

    [Fact]
    public void A_rule_belongs_to_a_preference_by_its_letters_too()
    {
        var rule = KrRule with { AgreementId = EntityId.Parse("agreement:other"), Programs = ["KR"] };
        Assert.Equal(PreferenceStanding.Lawful, Of("measure:kr", Find(World.Entry(origin: "state:KR"), Bills.Bill(Bills.Material(1)) with { MadeIn = Korea }, rules: [rule])).Verdict.Standing);
    }

    [Fact]
    public void The_narrowest_rule_counts()
    {
        var narrow = KrRule with { Id = EntityId.Parse("origin-rule:kr-machines"), Goods = GoodsScope.Of("8457"), AllOf = [Bills.Value(0.9m)] };
        var option = Of("measure:kr", Find(World.Entry(origin: "state:KR"), Bills.Bill(Bills.Material(20)) with { MadeIn = Korea }, rules: [KrRule, narrow]));
        Assert.Equal(PreferenceStanding.Refused, option.Verdict.Standing);
        Assert.Equal("origin-rule:kr-machines", option.Verdict.Assessment!.Rule.Id.Value);
    }

    [Theory]
    [InlineData("true", "Lawful")]
    [InlineData(" true ", "Lawful")]
    [InlineData("false", "Refused")]
    [InlineData(null, "Unproven")]
    public void A_stated_origin_decides_where_no_bill_does(string? stated, string standing)
    {
        var usmca = Kr with
        {
            Conditions = [new Condition([Test("special_program", "S"), Test("usmca_originating", "true")], "not claimed")],
            LegalBasisId = "",
        };
        var entry = stated is null ? World.Entry(origin: "state:KR") : World.Entry(origin: "state:KR", facts: ("usmca_originating", stated));
        var option = Of("measure:kr", Find(entry, null, rules: [], measures: [usmca]));
        Assert.Equal(standing, option.Verdict.Standing.ToString());
        Assert.Equal("special_program=S usmca_originating=true", string.Join(' ', option.Facts.OrderBy(fact => fact.Key).Select(fact => $"{fact.Key}={fact.Value}")));
    }

    [Fact]
    public void A_programme_without_a_rate_for_the_goods_is_told_where_it_spares_something()
    {
        var other = Kr with { Goods = GoodsScope.Of("0101") };
        var option = Of("measure:kr", Find(World.Entry(origin: "state:KR"), Bills.Bill(Bills.Material(1)) with { MadeIn = Korea }, measures: [other]));
        Assert.Equal((PreferenceStanding.Lawful, 10m), (option.Verdict.Standing, option.Saving));
        Assert.StartsWith("it has no rate for the goods, and the claim spares other duties or fees", option.Verdict.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(Find(World.Entry(origin: "state:JP"), null, measures: [other]), one => one.Measure is not null);
    }

    [Fact]
    public void Goods_that_claim_nothing_are_priced_as_if_they_did_not_qualify()
    {
        var usmca = Kr with { Conditions = [new Condition([Test("special_program", "S"), Test("usmca_originating", "true")], "not claimed")], LegalBasisId = "" };
        var extra = World.Extra("extra", "25%", "us-extra") with { Conditions = [new Condition([Test("usmca_originating", "false", WhenAbsent.Unknown)], "exempt")] };
        var options = Find(World.Entry(origin: "state:KR", facts: ("usmca_originating", "true")), null, rules: [], measures: [usmca, extra]);
        Assert.Equal(["measure:kr 10", " 300"], options.Select(option => $"{option.Measure?.Id} {option.Cost:0}"));
        Assert.All(options, option => Assert.Equal(DutyOutcome.Determined, option.Answer!.Outcome));
    }

    [Theory]
    [InlineData("0.74", "Refused", "below 75%")]
    [InlineData("0.75", "Unproven", "no rule of origin of agreement:korus for 8457.10.00 on 2025-09-01 is in the data")]
    public void A_preference_that_the_stated_regional_value_content_denies_is_told_as_refused(string share, string standing, string reason)
    {
        var measure = Kr with { Conditions = [.. Kr.Conditions, new Condition([Test("regional_value_content", "0.75", WhenAbsent.Holds, FactOperator.AtLeast)], "below 75%")] };
        var option = Of("measure:kr", Find(World.Entry(origin: "state:KR", facts: ("regional_value_content", share)), null, rules: [], measures: [measure]));
        Assert.Equal((standing, reason), (option.Verdict.Standing.ToString(), option.Verdict.Reason));
    }

    [Fact]
    public void A_claim_of_the_entry_is_set_aside()
    {
        var options = Find(World.Entry(origin: "state:KR", facts: ("special_program", "KR")), null);
        Assert.Equal(50m, options.Single(option => option.Measure is null).Cost);
        Assert.Equal(PreferenceStanding.Unproven, Of("measure:kr", options).Verdict.Standing);
    }

    [Fact]
    public void A_preference_whose_conditions_fail_whatever_is_claimed_is_not_open() =>
        Assert.DoesNotContain(Find(World.Entry(value: 1001m, origin: "state:KR"), null), option => option.Measure?.Id.Value == "measure:de-minimis");

    internal static FactTest Test(string fact, string value, WhenAbsent absent = WhenAbsent.Fails, FactOperator by = FactOperator.EqualTo) => new(fact, by, value, absent);

    private static EntityId Korea => EntityId.Parse("state:KR");

    private static OriginRule KrRule => Bills.Rule(Bills.Value(0.45m)) with { Id = EntityId.Parse("origin-rule:kr"), AgreementId = Agreement };

    private static Measure Kr => World.Mfn("Free", id: "measure:kr") with
    {
        Type = MeasureType.TariffPreference,
        Authority = "us-special",
        Origins = OriginScope.Of("state:KR"),
        LegalBasisId = Agreement.Value,
        Conditions = [new Condition([Test("special_program", "KR,KR+", by: FactOperator.OneOf)], "not claimed")],
    };

    private static Measure DeMinimis => Kr with
    {
        Id = EntityId.Parse("measure:de-minimis"),
        Origins = OriginScope.All,
        LegalBasisId = "",
        Conditions =
        [
            new Condition([Test("de_minimis_claimed", "true")], "not claimed"),
            new Condition([Test("customs_value", "1000", WhenAbsent.Unknown, FactOperator.AtMost)], "too much"),
        ],
    };

    private static Measure Fee => World.Extra("fee", "1%", "us-fees") with
    {
        Type = MeasureType.Fee,
        Conditions = [new Condition([Test("special_program", "KR", WhenAbsent.Holds, FactOperator.NotEqualTo)], "exempt")],
    };

    private static List<PreferenceOption> Find(Entry entry, OriginBill? bill, OriginRule[]? rules = null, Measure[]? measures = null)
    {
        var schedule = ScheduleCompiler.Compile(new ScheduleSource { Measures = [World.Mfn("4%"), Fee, .. measures ?? [Kr, DeMinimis]], OriginRules = rules ?? [KrRule] });
        return new PreferenceFinder(schedule, new DutyCalculator(schedule)).Find(entry, bill, DutyQuestion.Settled);
    }

    private static PreferenceOption Of(string id, List<PreferenceOption> options) => Assert.Single(options, option => option.Measure?.Id.Value == id);
}
