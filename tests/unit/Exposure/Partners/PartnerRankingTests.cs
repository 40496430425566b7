using GeoGraph.Core;
using GeoGraph.Exposure.Partners;

namespace GeoGraph.UnitTests.Exposure.Partners;

public class PartnerRankingTests
{
    private static readonly EntityId Us = EntityId.Parse("state:US");
    private static readonly ValidPeriod Year = new(new DateOnly(2024, 1, 1), new DateOnly(2025, 1, 1));
    private static readonly DateOnly Day = new(2025, 6, 1);

    [Fact]
    public void Deficits_are_read_off_balances_of_either_side_and_ranked_largest_first()
    {
        var ranked = PartnerRanking.Rank(Us, null,
        [
            Stated("state:JP", "goods_balance", 68.4m, "state:US"), Stated("state:GB", "goods_balance", -12m, "state:US"), Stated("state:CN", "goods_balance", 295m, "state:US"),
            Stated("state:US", "goods_balance", -171.8m, "state:MX"), Stated("state:US", "goods_trade_deficit", 1200m, null), Stated("state:JP", "goods_balance", 5m, "state:KR"),
        ], Day);
        Assert.Equal(["1 CN 295", "2 MX 171.8", "3 JP 68.4", "4 GB -12"], ranked.Select(Text));
        Assert.Equal(0.057m, ranked[2].Share);
    }

    [Fact]
    public void Equal_numbers_share_a_place() =>
        Assert.Equal(["1 AA 7", "1 BB 7", "3 CC 1"], PartnerRanking.Rank(Us, "jobs",
            [Stated("state:BB", "jobs", 7m, "state:US"), Stated("state:AA", "jobs", 7m, "state:US"), Stated("state:US", "jobs", 1m, "state:CC")], Day).Select(Text));

    [Fact]
    public void The_newest_number_up_to_the_date_counts()
    {
        var older = Stated("state:JP", "goods_balance", 60m, "state:US") with { Valid = new ValidPeriod(new DateOnly(2023, 1, 1), new DateOnly(2024, 1, 1)) };
        var later = Stated("state:JP", "goods_balance", 99m, "state:US") with { Valid = new ValidPeriod(new DateOnly(2026, 1, 1), null) };
        Assert.Equal("1 JP 68.4", Text(PartnerRanking.Rank(Us, null, [older, Stated("state:JP", "goods_balance", 68.4m, "state:US"), later], Day).Single()));
    }

    [Fact]
    public void Without_numbers_there_are_no_partners() => Assert.Empty(PartnerRanking.Rank(Us, null, [], Day));

    private static StatedNumber Stated(string of, string name, decimal value, string? about) =>
        new(EntityId.Parse(of), name, value, "USD", about is null ? null : EntityId.Parse(about), Year);

    private static string Text(RankedPartner partner) => FormattableString.Invariant($"{partner.Rank} {partner.Partner.Name} {partner.Value}");
}
