using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs.Quotas;

public sealed class QuotaLedgerTests
{
    private static readonly Quota Cars = new()
    {
        Id = EntityId.Parse("quota:q3"),
        OrderNumber = "9903.94.31",
        ImposedById = EntityId.Parse("state:US"),
        Volume = 25_000m,
        Unit = "units",
        Period = World.From("2026-07-01", "2026-10-01"),
        InQuotaMeasureId = EntityId.Parse("measure:in"),
        OutOfQuotaMeasureId = EntityId.Parse("measure:out"),
    };

    [Fact]
    public void Without_a_published_balance_the_whole_volume_is_taken_to_be_left()
    {
        var standing = On("2026-08-01", Cars);
        Assert.Equal((QuotaStatus.Open, 25_000m, 25_000m, null, true), (standing.Status, standing.Volume, standing.Balance, standing.BalanceOn, standing.IsAssumed));
    }

    [Theory]
    [InlineData("2026-07-31", "Open", 25_000)]
    [InlineData("2026-08-01", "Critical", 400)]
    [InlineData("2026-08-31", "Exhausted", 0)]
    [InlineData("2026-09-02", "Open", 50)]
    public void Status_and_balance_are_those_of_the_last_event_so_that_a_quota_reopens(string on, string status, int balance)
    {
        var standing = On(on, Eventful);
        Assert.Equal((status, balance), (standing.Status.ToString(), standing.Balance));
    }

    [Fact]
    public void What_is_published_after_the_date_of_knowledge_is_not_seen() =>
        Assert.Equal(QuotaStatus.Critical, QuotaLedger.Published(Compiled(Eventful), World.Day("2026-09-10"), World.Day("2026-08-15")).Status);

    [Fact]
    public void A_critical_quota_without_a_balance_has_none() => Assert.Null(On("2026-08-01", Cars with { Events = [new QuotaEvent(World.Day("2026-08-01"), QuotaStatus.Critical, null)] }).Balance);

    // Unused units of the first quarter are added to the third, those of the second to the fourth (note 33(i)).
    [Fact]
    public void Unused_volume_of_a_quota_that_is_over_is_carried_over_once_published()
    {
        var first = Cars with
        {
            Id = EntityId.Parse("quota:q1"),
            Period = World.From("2026-01-01", "2026-04-01"),
            CarriesOverToId = Cars.Id,
            Events = [new QuotaEvent(World.Day("2026-03-31"), QuotaStatus.Open, 1_200m)],
        };
        var standing = QuotaLedger.Published(Compiled(Cars, first), World.Day("2026-08-01"), null);
        Assert.Equal((26_200m, 26_200m), (standing.Volume, standing.Balance));
        Assert.Contains("1,200 units of them carried over from quota:q1", standing.Text, StringComparison.Ordinal);
        var unpublished = QuotaLedger.Published(Compiled(Cars, first with { Events = [] }), World.Day("2026-08-01"), null);
        Assert.Equal(25_000m, unpublished.Volume);
        Assert.Contains("what quota:q1 left is not published", unpublished.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "Open", 25_000)]
    [InlineData("24990", "Open", 10)]
    [InlineData("25000", "Exhausted", 0)]
    [InlineData("30000", "Exhausted", 0)]
    public void What_an_entry_states_to_be_used_overrides_what_is_published(string used, string status, int balance)
    {
        var entry = World.Entry(date: "2026-08-31", facts: ("quota_used.9903.94.31", used));
        var standing = QuotaLedger.For(Compiled(Eventful), entry, null);
        Assert.Equal((status, balance, false), (standing.Status.ToString(), standing.Balance, standing.IsAssumed));
    }

    [Fact]
    public void An_entry_larger_than_the_balance_sees_the_quota_critical() =>
        Assert.Equal((QuotaStatus.Critical, QuotaStatus.Open), (On("2026-09-02", Eventful).SeenFrom(51m).Status, On("2026-09-02", Eventful).SeenFrom(50m).Status));

    [Theory]
    [InlineData("10000", "building", 25_000)]
    [InlineData("10000", "completed", 15_000)]
    [InlineData(null, "building", null)]
    [InlineData("10000", null, null)]
    public void A_linked_volume_follows_the_capacity_that_the_entry_states(string? capacity, string? status, int? volume)
    {
        var linked = Cars with { Volume = null, CapacityLink = new CapacityLink(2.5m, 1.5m, "us_capacity", "us_capacity_status") };
        (string, string)[] facts = [.. new[] { ("us_capacity", capacity), ("us_capacity_status", status) }.Where(fact => fact.Item2 is not null).Select(fact => (fact.Item1, fact.Item2!))];
        var entry = World.Entry(date: "2026-08-01", facts: facts);
        Assert.Equal((volume, volume), ((int?)QuotaLedger.For(Compiled(linked), entry, null).Volume, (int?)QuotaLedger.For(Compiled(linked), entry, null).Balance));
        Assert.Equal(2 - facts.Length, QuotaLedger.MissingFacts(linked, entry).Count());
    }

    private static Quota Eventful => Cars with
    {
        Events =
        [
            new QuotaEvent(World.Day("2026-08-01"), QuotaStatus.Critical, 400m),
            new QuotaEvent(World.Day("2026-08-20"), QuotaStatus.Exhausted, null),
            new QuotaEvent(World.Day("2026-09-01"), QuotaStatus.Open, 50m),
        ],
    };

    private static QuotaStanding On(string date, Quota quota) => QuotaLedger.Published(Compiled(quota), World.Day(date), null);

    private static CompiledQuota Compiled(Quota quota, params Quota[] from) => new(quota, UnitOfMeasure.Find(quota.Unit)!, CompiledGoods.All, from);
}
