using GeoGraph.Agreements;
using GeoGraph.Agreements.Storage;
using GeoGraph.Core;

namespace GeoGraph.UnitTests.Agreements;

public sealed class RecordNodesTests
{
    [Fact]
    public void A_measure_comes_back_from_its_node_as_it_went()
    {
        var measure = new Measure
        {
            Id = EntityId.Parse("measure:m"),
            Title = "Reciprocal",
            ImposedById = EntityId.Parse("state:US"),
            Type = MeasureType.AdditionalDuty,
            Authority = "us-ieepa-reciprocal",
            LegalBasisId = EntityId.Parse("agreement:act"),
            ImplementsIds = [EntityId.Parse("agreement:deal"), EntityId.Parse("agreement:other")],
            Goods = new GoodsScope { Exclude = [new CodeRange(HsCode.Parse("8541"), HsCode.Parse("8542"))], ExcludeListIds = [EntityId.Parse("goods-list:annex-ii")] },
            Origins = new OriginScope { IncludeIds = [EntityId.Parse("state:TW")] },
            Duty = "20%",
            Conditions = [new Condition([new FactTest("loaded_on", FactOperator.AtLeast, "2025-08-07", WhenAbsent.Holds)], "in transit")],
            Effective = new ValidPeriod(new DateOnly(2025, 8, 7), null),
            Collected = new ValidPeriod(new DateOnly(2025, 8, 7), new DateOnly(2026, 2, 24)),
            VoidInScenarioIds = ["ieepa_void_from_the_start"],
            Precedence = 2,
        };
        var node = RecordNodes.ToNode(measure);
        var back = RecordNodes.ToRecord(node);
        Assert.Equal(node, RecordNodes.ToNode(back), static (left, right) => left.SaysTheSameAs(right));
        Assert.Equal(measure.Goods.Exclude, ((Measure)back).Goods.Exclude);
        Assert.Equal(measure.Effective, node.Valid);
        Assert.Equal(measure.ImplementsIds, ((Measure)back).ImplementsIds);
        Assert.Equal(["goods_list", "implements", "implements", "imposed_by", "legal_basis", "origin"], node.References.Select(reference => reference.Role));
    }

    [Fact]
    public void A_claim_refers_to_all_that_it_speaks_of()
    {
        var claim = new Claim
        {
            Id = EntityId.Parse("claim:X13"),
            SubjectId = EntityId.Parse("state:TW"),
            SpeakerId = EntityId.Parse("person:cheng-li-chiun"),
            ClashesWithIds = [EntityId.Parse("claim:R17")],
            Evidence = new Evidence { ClaimIds = [EntityId.Parse("claim:R19")] },
        };
        Assert.Equal(
            [("claim", "claim:R19"), ("clash", "claim:R17"), ("speaker", "person:cheng-li-chiun"), ("subject", "state:TW")],
            RecordNodes.ToNode(claim).References.Select(reference => (reference.Role, reference.Target.Value)));
    }

    [Fact]
    public void What_is_absent_leaves_no_property() =>
        Assert.Equal("""{"from_currency":"EUR","id":"exchange-rate:e","rate":"1.1","to_currency":"USD"}""",
            RecordNodes.ToNode(new ExchangeRate { Id = EntityId.Parse("exchange-rate:e"), FromCurrency = "EUR", ToCurrency = "USD", Rate = 1.10m }).Properties);

    [Fact]
    public void Texts_that_a_part_of_a_record_lacks_come_back_empty()
    {
        var talks = new Negotiation
        {
            Id = EntityId.Parse("negotiation:n"),
            Rounds = [new Round { On = new DateOnly(2025, 4, 17), Negotiators = [new Negotiator(EntityId.Parse("person:a"), EntityId.Parse("state:US"), "")] }],
            Links = [new IssueLink("", "", EntityId.Parse("state:US"), Evidence.None)],
        };
        var deal = new Agreement { Id = EntityId.Parse("agreement:a"), Steps = [new StatusStep(new DateOnly(2026, 1, 1), AgreementStatus.Agreed, Evidence.None)], Parties = [new Party(EntityId.Parse("state:US"), default)] };
        var duty = new Measure { Id = EntityId.Parse("measure:m"), Base = new DutyBase(DutyBaseKind.FullValue, ""), Conditions = [new Condition([new FactTest("", FactOperator.Equals, "", default)], "")] };
        var list = new GoodsList { Id = EntityId.Parse("goods-list:l"), Entries = [new GoodsListEntry([], default, default)] };

        var talksBack = (Negotiation)Back(talks);
        Assert.Equal((talks.Rounds[0].Negotiators[0], talks.Links[0]), (talksBack.Rounds[0].Negotiators[0], talksBack.Links[0]));
        Assert.Equal((deal.Steps[0], deal.Parties[0]), (((Agreement)Back(deal)).Steps[0], ((Agreement)Back(deal)).Parties[0]));
        Assert.Equal((duty.Base, "", duty.Conditions[0].AnyOf[0]), (((Measure)Back(duty)).Base, ((Measure)Back(duty)).Conditions[0].Reason, ((Measure)Back(duty)).Conditions[0].AnyOf[0]));
        Assert.Empty(((GoodsList)Back(list)).Entries[0].Codes);
    }

    [Fact]
    public void The_last_day_of_the_calendar_ends_nothing() =>
        Assert.Equal(new ValidPeriod(DateOnly.MaxValue, null), RecordNodes.ToNode(new Event { Id = EntityId.Parse("event:e"), On = DateOnly.MaxValue }).Valid);

    [Fact]
    public void A_long_sentence_of_several_lines_is_searchable_by_its_beginning()
    {
        var name = Assert.Single(RecordNodes.ToNode(new Claim { Id = EntityId.Parse("claim:c"), Text = "one\ntwo" + new string('x', 2000) }).Names);
        Assert.StartsWith("one two", name.Text, StringComparison.Ordinal);
        Assert.Equal(1000, name.Text.Length);
    }

    private static DatedRecord Back(DatedRecord record) => RecordNodes.ToRecord(RecordNodes.ToNode(record));
}
