using FsCheck;
using FsCheck.Fluent;
using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs.Quotas;

public sealed class QuotaPieceTests
{
    private static readonly CompiledQuota Quota = new(
        new Quota { Id = EntityId.Parse("quota:q"), OrderNumber = "1", ImposedById = EntityId.Parse("state:US"), Volume = 1000m, Unit = "t", InQuotaMeasureId = EntityId.Parse("measure:in") },
        UnitOfMeasure.Find("t")!, CompiledGoods.All, []);

    // Balance 100 t, entry 150 t at 1,000 a ton: 100 t within and 50 t beyond.
    [Fact]
    public void An_entry_is_cut_where_the_balance_ends()
    {
        var pieces = Divide(150_000m, 150m, Cut(100m, 150m));
        Assert.Equal([(100_000m, 100m, false), (50_000m, 50m, true)], pieces.Select(piece => (piece.Entry.CustomsValue, piece.Entry.Quantities["t"], IsOut(piece))));
        Assert.All(pieces, piece => Assert.Equal(150_000m, piece.Entry.Part!.WholeValue));
    }

    [Fact]
    public void Cents_that_do_not_divide_go_to_a_part_and_none_is_lost()
    {
        var pieces = Divide(100.00m, 3m, Cut(1m, 3m));
        Assert.Equal([33.33m, 66.67m], pieces.Select(piece => piece.Entry.CustomsValue));
    }

    [Fact]
    public void An_entry_within_or_beyond_is_one_piece()
    {
        Assert.False(IsOut(Assert.Single(Divide(10m, 1m, QuotaCut.Whole))));
        Assert.True(IsOut(Assert.Single(Divide(10m, 1m, QuotaCut.None))));
    }

    [Fact]
    public void Parts_sum_to_the_whole_in_value_quantity_and_contents()
    {
        var numbers = Gen.Choose(1, 1_000_000).Three();
        Prop.ForAll(numbers.ToArbitrary(), row =>
        {
            var (cents, quantity, balance) = row;
            var cut = balance >= quantity ? QuotaCut.Whole : Cut(balance, quantity);
            var content = cents / 3 / 100m;
            var pieces = Divide(cents / 100m, quantity, cut, content);
            return pieces.Sum(piece => piece.Entry.CustomsValue) == cents / 100m
                && pieces.Sum(piece => piece.Entry.Quantities["t"]) == quantity
                && pieces.Sum(piece => decimal.Parse(piece.Entry.Facts["content_value.steel"], null)) == content
                && pieces.Where(piece => !IsOut(piece)).Sum(piece => piece.Entry.Quantities["t"]) == Math.Min(balance, quantity);
        }).QuickCheckThrowOnFailure();
    }

    private static bool IsOut(QuotaPiece piece) => piece.Entry.Part!.ShutOut.ContainsKey(Quota.Quota.InQuotaMeasureId);

    private static QuotaCut Cut(decimal part, decimal whole) => new(part, whole);

    private static IReadOnlyList<QuotaPiece> Divide(decimal value, decimal quantity, QuotaCut cut, decimal content = 0m)
    {
        var entry = World.Entry(value, facts: ("content_value.steel", DecimalText.Print(content))) with { Quantities = new Dictionary<string, decimal> { ["t"] = quantity } };
        var standing = new QuotaStanding(Quota, QuotaStatus.Open, 1000m, 1000m, null, "");
        return QuotaPiece.Divide(entry, [(new QuotaDraw(standing, quantity, []), cut)], new Dictionary<EntityId, string>());
    }
}
