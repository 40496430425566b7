using FsCheck;
using FsCheck.Fluent;
using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs.Quotas;

public sealed class QuotaPricingTests
{
    private static readonly Measure In = World.Mfn("Free", id: "measure:in");
    private static readonly Measure Out = World.Mfn("20%", id: "measure:out");

    // Whatever the balance: what is beyond it, by value in proportion, at 20%; what is within it at nothing. All lines sum to the total, all parts to the entry.
    [Fact]
    public void What_is_beyond_the_balance_pays_the_rate_beyond()
    {
        Prop.ForAll(Gen.Choose(1, 200_000).Three().ToArbitrary(), row =>
        {
            var (cents, quantity, balance) = row;
            var value = cents / 100m;
            var answer = Price(value, quantity, balance, Limit());
            var within = balance >= quantity ? value : Math.Round(value * balance / quantity, 2, MidpointRounding.AwayFromZero);
            var expected = Math.Round((value - within) * 0.20m, 2, MidpointRounding.AwayFromZero);
            return answer.TotalDuty == expected
                && answer.Lines.Sum(line => line.Amount) == answer.TotalDuty && answer.Lines.Sum(line => line.Base) == value
                && (answer.QuotaPortions.Count == 0 || answer.QuotaPortions.Sum(portion => portion.Quantity) == quantity)
                && (balance >= quantity) == (answer.QuotaPortions.Count == 0);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Two_quotas_of_one_measure_are_both_kept_to()
    {
        var answer = Price(1000m, 10m, 100m, Limit(), Limit("quota:second", "2", 4m));
        Assert.Equal(120m, answer.TotalDuty);
        Assert.Equal([(true, 4m), (false, 6m)], answer.QuotaPortions.Select(portion => (portion.Within, portion.Quantity)));
        Assert.Equal(2, answer.QuotaStandings.Count);
    }

    [Fact]
    public void What_is_within_stands_in_place_of_what_is_beyond_whatever_their_precedence()
    {
        var answer = Price(In with { Precedence = -5 }, 1000m, 10m, 5m, Limit());
        Assert.Equal("in 0% of 500 = 0.00; out 20% of 500 = 100.00", answer.Lines());
    }

    [Fact]
    public void A_quota_for_other_goods_is_not_drawn_on()
    {
        Assert.Equal(QuotaStatus.Exhausted, Assert.Single(Price(1000m, 10m, 0m, Limit()).QuotaStandings).Status);
        Assert.Empty(Price(1000m, 10m, 0m, Limit() with { Goods = GoodsScope.Of("9401") }).QuotaStandings);
    }

    [Fact]
    public void A_measure_within_whose_conditions_fail_draws_on_no_quota()
    {
        var claimed = In with { Conditions = [Condition.Of("special_program", FactOperator.EqualTo, "KR", WhenAbsent.Fails, "not claimed")] };
        var answer = Price(claimed, 1000m, 10m, 5m, Limit());
        Assert.Equal((200m, 0, 0), (answer.TotalDuty, answer.QuotaStandings.Count, answer.QuotaPortions.Count));
    }

    [Fact]
    public void A_quota_of_no_known_unit_or_measure_is_reported_and_left_out()
    {
        var source = new ScheduleSource { Measures = [In, Out], Quotas = [Limit() with { Unit = "furlong" }, Limit("quota:lost", "2") with { InQuotaMeasureId = EntityId.Parse("measure:gone") }] };
        var schedule = ScheduleCompiler.Compile(source);
        Assert.Equal(["quota:lost", "quota:q"], schedule.Report.Refused.Select(problem => problem.SubjectId));
        Assert.Empty(schedule.Quotas.All);
    }

    private static Quota Limit(string id = "quota:q", string number = "1", decimal volume = 1_000_000m) => new()
    {
        Id = EntityId.Parse(id),
        OrderNumber = number,
        ImposedById = EntityId.Parse("state:US"),
        Volume = volume,
        Unit = "t",
        InQuotaMeasureId = In.Id,
        OutOfQuotaMeasureId = Out.Id,
    };

    private static DutyAnswer Price(decimal value, decimal quantity, decimal balance, params Quota[] quotas) => Price(In, value, quantity, balance, quotas);

    private static DutyAnswer Price(Measure within, decimal value, decimal quantity, decimal balance, params Quota[] quotas)
    {
        var used = DecimalText.Print(quotas[0].Volume!.Value - balance);
        var entry = World.Entry(value, facts: [("quota_used.1", used), ("quota_used.2", "0")]) with { Quantities = new Dictionary<string, decimal> { ["t"] = quantity } };
        var schedule = ScheduleCompiler.Compile(new ScheduleSource { Measures = [within, Out], Quotas = quotas });
        return new DutyCalculator(schedule).Calculate(entry, DutyQuestion.Settled);
    }
}
