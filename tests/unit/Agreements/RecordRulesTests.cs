using GeoGraph.Agreements;
using GeoGraph.Core;

namespace GeoGraph.UnitTests.Agreements;

public sealed class RecordRulesTests
{
    private static readonly Evidence Stated = new() { Sources = [new Source("s", "", "", "EO 1", "", null, "")] };

    [Fact]
    public void Every_violation_of_an_agreement_is_told_at_once()
    {
        var agreement = new Agreement
        {
            Id = EntityId.Parse("agreement:x"),
            Steps = [new StatusStep(new DateOnly(2026, 2, 1), AgreementStatus.Signed, Evidence.None), new StatusStep(new DateOnly(2026, 1, 1), AgreementStatus.Unspecified, Evidence.None)],
            Clauses = [new Clause { Id = "a", Kind = ClauseKind.Cap, Value = 0.15m }, new Clause { Id = "a", Kind = ClauseKind.Cap }],
        };
        Assert.Equal(
            ["r.names", "r.kind", "r.steps[1].status", "r.steps[1].on", "r.clauses[0].unit", "r.clauses[1].id", "r.evidence.sources"],
            Check(agreement));
    }

    [Fact]
    public void A_claim_does_not_clash_with_itself()
    {
        var id = EntityId.Parse("claim:1");
        var claim = new Claim { Id = id, Predicate = "BALANCE", Text = "t", ClashesWithIds = [id], Evidence = Stated };
        Assert.Equal(["r.clashes_with_ids"], Check(claim));
    }

    [Theory]
    [InlineData("AdditionalDuty", "", false)]
    [InlineData("AdditionalDuty", "25%", true)]
    [InlineData("ExportControl", "", true)]
    [InlineData("ExportControl", "25%", false)]
    [InlineData("Prohibition", "", true)]
    public void Only_measures_that_bear_a_duty_have_an_expression(string type, string duty, bool holds)
    {
        var measure = new Measure { Id = EntityId.Parse("measure:m"), Title = "m", Type = Enum.Parse<MeasureType>(type), Authority = "us-s301", Duty = duty, Evidence = Stated };
        Assert.Equal(holds ? [] : ["r.duty"], Check(measure));
    }

    [Fact]
    public void A_measure_that_is_not_law_names_its_scenario()
    {
        var measure = new Measure { Id = EntityId.Parse("measure:m"), Title = "m", Type = MeasureType.AdditionalDuty, Authority = "us-s301", Duty = "10%", Status = MeasureStatus.Proposed, Evidence = Stated };
        Assert.Equal(["r.scenario_ids"], Check(measure));
    }

    [Fact]
    public void A_measure_names_each_agreement_that_it_carries_out_once_and_none_that_it_rests_on()
    {
        var (act, deal) = (EntityId.Parse("agreement:act"), EntityId.Parse("agreement:deal"));
        var measure = new Measure { Id = EntityId.Parse("measure:m"), Title = "m", Type = MeasureType.AdditionalDuty, Authority = "us-s301", Duty = "10%", LegalBasisId = act, Evidence = Stated };
        Assert.Empty(Check(measure with { ImplementsIds = [deal] }));
        Assert.Equal(["r.implements_ids[1]", "r.implements_ids[2]"], Check(measure with { ImplementsIds = [deal, act, deal] }));
    }

    [Fact]
    public void A_record_says_what_it_rests_on()
    {
        var list = new GoodsList { Id = EntityId.Parse("goods-list:l"), Entries = [new GoodsListEntry([], default, default)] };
        Assert.Equal(["r.evidence.sources"], Check(list));
        Assert.Empty(Check(list with { Evidence = new Evidence { Inferred = true, Inference = "from the annex" } }));
    }

    [Fact]
    public void An_authority_is_refused_in_the_group_that_it_stands_in()
    {
        var rule = new StackingRule { Id = EntityId.Parse("stacking-rule:r"), Title = "r", Kind = StackingKind.Excludes, First = ["us-s301"], Second = ["us-s232", "US S122"], Evidence = Stated };
        Assert.Equal(["r.second[1]"], Check(rule));
    }

    private static IEnumerable<string> Check(DatedRecord record)
    {
        var violations = new Violations();
        RecordRules.Check(record, "r", violations);
        return violations.Found.Select(violation => violation.Field);
    }
}
