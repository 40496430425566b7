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
        Assert.Equal(["goods_list", "imposed_by", "origin"], node.References.Select(reference => reference.Role));
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
}
