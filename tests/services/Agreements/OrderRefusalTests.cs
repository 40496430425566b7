using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using Google.Rpc;
using Grpc.Core;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.ServiceTests.Agreements;

/// <summary>Law that contradicts itself is refused where it is written, with every contradiction named.</summary>
public sealed class OrderRefusalTests : AgreementsTest
{
    [Fact]
    public async Task Rules_that_shut_one_another_out_in_a_circle_are_refused_and_the_circle_shown()
    {
        var refused = await Client.UpsertRecordsAsync(Write(Rule("a", "us-a", "us-b"), Rule("b", "us-b", "us-c"), Rule("c", "us-c", "us-a"))).RefusedAsync();
        var violation = Assert.Single(refused.Detail<BadRequest>().FieldViolations);
        Assert.Equal("changes[0].record.stacking_rule.second", violation.Field);
        Assert.Contains("stacking-rule:a → stacking-rule:b → stacking-rule:c → stacking-rule:a", violation.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circle_closes_over_rules_that_stand_already_and_over_parts_of_an_import()
    {
        await WriteAsync(Rule("a", "us-a", "us-b"));
        using var call = Client.ImportRecords();
        await call.RequestStream.WriteAsync(new ImportRecordsRequest { Changes = { new RecordChange { Record = Rule("b", "us-b", "us-c") } } });
        await call.RequestStream.WriteAsync(new ImportRecordsRequest { Changes = { new RecordChange { Record = Rule("c", "us-c", "us-a") } } });
        await call.RequestStream.CompleteAsync();
        var refused = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal(["changes[0].record.stacking_rule.second"], refused.Fields());
        await WriteAsync(Rule("b", "us-b", "us-c"));
        Assert.Equal(["changes[0].record.stacking_rule.second"], (await Client.UpsertRecordsAsync(Write(Rule("c", "us-c", "us-a"))).RefusedAsync()).Fields());
    }

    [Fact]
    public async Task What_answers_one_after_the_other_or_at_different_times_is_no_circle()
    {
        var early = Rule("early", "us-c", "us-d");
        early.StackingRule.Effective = new Period { To = Day(2025, 6, 1) };
        var late = Rule("late", "us-d", "us-c");
        late.StackingRule.Effective = new Period { From = Day(2025, 6, 1) };
        await WriteAsync(Rule("first", "us-a", "us-b", 1), Rule("second", "us-b", "us-a", 2), early, late);
        Assert.Equal(4, (await Client.ListRecordsAsync(new ListRecordsRequest { Kinds = { RecordKind.StackingRule } })).Records.Count);
    }

    [Fact]
    public async Task A_rule_replaced_in_the_same_write_closes_no_circle()
    {
        await WriteAsync(Rule("a", "us-a", "us-b"));
        await WriteAsync(Rule("b", "us-b", "us-a"), Rule("a", "us-a", "us-c"));
        var change = new UpsertRecordsRequest { Changes = { new RecordChange { Record = Rule("a", "us-a", "us-b") }, new RecordChange { DeleteId = "stacking-rule:b" } } };
        await Client.UpsertRecordsAsync(change);
    }

    [Fact]
    public async Task Quotas_that_carry_over_in_a_circle_are_refused()
    {
        var refused = await Client.UpsertRecordsAsync(Write(Quota("a", quota => quota.CarriesOverToId = "quota:b"), Quota("b", quota => quota.CarriesOverToId = "quota:a"))).RefusedAsync();
        Assert.Equal(["changes[0].record.quota.carries_over_to_id"], refused.Fields());
        Assert.Contains("quota:a → quota:b → quota:a", refused.Detail<BadRequest>().FieldViolations[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_that_takes_back_what_it_says_is_told_every_contradiction()
    {
        var record = Duty("measure:m", "5%");
        record.Measure.Goods = new GoodsScope { Include = { "8703.23", "8704" }, Exclude = { "8703" }, IncludeListIds = { "goods-list:l" }, ExcludeListIds = { "goods-list:l" } };
        record.Measure.Origins.ExcludeIds.Add("state:JP");
        record.Measure.Effective = new Period { From = Day(2025, 8, 7), To = Day(2026, 1, 1) };
        record.Measure.Collected = new Period { From = Day(2026, 1, 1) };
        record.Measure.AnnouncedOn = Day(2025, 8, 1);
        record.Measure.PublishedOn = Day(2025, 7, 1);
        record.Measure.Known = new Period { To = Day(2025, 7, 15) };
        record.Measure.ScenarioIds.Add("S");
        record.Measure.VoidInScenarioIds.Add("S");
        record.Measure.Conditions.Add([Test("tpp", FactOperator.Greater, "10"), Test("tpp", FactOperator.AtMost, "10"), Test("end_use", FactOperator.Equals, "a"), Test("end_use", FactOperator.OneOf, "b, c")]);
        var refused = await Client.UpsertRecordsAsync(Write(record)).RefusedAsync();
        var at = "changes[0].record.measure.";
        Assert.Equal(
            [
                at + "goods.include[0]", at + "goods.include_list_ids[0]", at + "origins.include_ids[0]", at + "collected", at + "published_on", at + "known.to",
                at + "void_in_scenario_ids[0]", at + "conditions[1]", at + "conditions[3]",
            ],
            refused.Fields());
    }

    [Theory]
    [InlineData("25 percentage points")]
    [InlineData("5% +")]
    [InlineData("floor")]
    [InlineData("cap most")]
    public async Task A_duty_that_cannot_be_read_is_refused_with_the_place_of_the_mistake(string duty)
    {
        var refused = await Client.UpsertRecordsAsync(Write(Duty("measure:m", duty))).RefusedAsync();
        Assert.Equal(["changes[0].record.measure.duty"], refused.Fields());
        Assert.Contains("at character", refused.Detail<BadRequest>().FieldViolations[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_ends_after_it_begins()
    {
        var record = Duty("measure:m", "5%");
        record.Measure.Effective = new Period { From = Day(2025, 8, 7), To = Day(2025, 8, 7) };
        Assert.Equal(["changes[0].record.measure.effective.to"], (await Client.UpsertRecordsAsync(Write(record)).RefusedAsync()).Fields());
    }

    [Fact]
    public async Task A_quota_is_told_every_rule_that_it_breaks()
    {
        var quota = Quota("a", quota =>
        {
            quota.CapacityLink = new CapacityLink { BuildingMultiple = "0", CompletedMultiple = "-1", CapacityFact = "x", StatusFact = "x" };
            quota.OutOfQuotaMeasureId = quota.InQuotaMeasureId;
            quota.CarriesOverToId = quota.Id;
            quota.Goods = new GoodsScope { Include = { "8703.23" }, Exclude = { "8703" } };
            quota.Events.Add(new QuotaEvent { On = Day(2025, 9, 1), Status = QuotaStatus.Exhausted, Balance = "5" });
            quota.Events.Add(new QuotaEvent { On = Day(2025, 8, 1), Status = QuotaStatus.Open, Balance = "0" });
        });
        quota.Quota.Period = null;
        var at = "changes[0].record.quota.";
        Assert.Equal(
            [
                at + "volume", at + "out_of_quota_measure_id", at + "carries_over_to_id", at + "period.to", at + "capacity_link.building_multiple", at + "capacity_link.completed_multiple",
                at + "capacity_link.status_fact", at + "goods.include[0]", at + "events[0].balance", at + "events[1].on", at + "events[1].balance",
            ],
            (await Client.UpsertRecordsAsync(Write(quota)).RefusedAsync()).Fields());
    }

    [Fact]
    public async Task A_quota_is_read_as_it_was_written_and_found_by_what_it_speaks_of()
    {
        var linked = Quota("linked", quota =>
        {
            quota.Volume = "";
            quota.CapacityLink = new CapacityLink { BuildingMultiple = "2.5", CompletedMultiple = "1.5", CapacityFact = "us_capacity", StatusFact = "us_capacity_status" };
            quota.Goods = new GoodsScope { Include = { "8542" } };
            quota.CarriesOverToId = "quota:next";
        });
        await WriteAsync(linked);
        var read = Assert.Single((await Client.ListRecordsAsync(new ListRecordsRequest { RefersToIds = { "quota:next" } })).Records);
        read.Revision = 0;
        Assert.Equal(linked, read);
    }

    private static Condition Test(string fact, FactOperator op, string value) =>
        new() { AnyOf = { new FactTest { Fact = fact, Operator = op, Value = value } }, Reason = "it is so" };

    private static Record Rule(string name, string first, string second, int order = 0) => new()
    {
        StackingRule = new StackingRule
        {
            Id = "stacking-rule:" + name,
            Title = name,
            ImposedById = "state:US",
            Kind = StackingKind.Excludes,
            First = { first },
            Second = { second },
            Order = order,
            Evidence = Stated,
        },
    };

    private static Record Quota(string name, Action<Quota> change)
    {
        var quota = new Quota
        {
            Id = "quota:" + name,
            OrderNumber = "09.0001",
            ImposedById = "state:US",
            Volume = "100",
            Unit = "t",
            Period = new Period { From = Day(2025, 1, 1), To = Day(2026, 1, 1) },
            InQuotaMeasureId = "measure:in",
            Evidence = Stated,
        };
        change(quota);
        return new Record { Quota = quota };
    }

    private static UpsertRecordsRequest Write(params Record[] records) => new() { Changes = { records.Select(record => new RecordChange { Record = record }) } };
}
