using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs.Quotas;

/// <summary>The chip quota as the table of worked answers has it: free = k·c, over = max(0, q − free), rate = min(g, 15%, b).</summary>
public sealed class CapacityTermsTests
{
    [Theory]
    [InlineData(false, 25_000, 100, null, 25_000, 0, 15, 0)]
    [InlineData(false, 30_000, 100, null, 25_000, 5_000, 15, 750_000)]
    [InlineData(true, 30_000, 100, null, 15_000, 15_000, 15, 2_250_000)]
    [InlineData(true, 30_000, 100, 10, 15_000, 15_000, 10, 1_500_000)]
    public void Rows_of_the_table(bool completed, int imports, int general, int? best, int free, int over, int rate, int duty)
    {
        var terms = Terms(completed, imports, general, best);
        Assert.Equal((free, over, rate, duty), (terms.Free, terms.Over, terms.RatePercent, terms.Duty));
    }

    // x + k·x = 100%; with three quarters of sales in that market, 30% of the capacity moves at k = 1.5.
    [Theory]
    [InlineData(false, 0.2857, 0.2143, 0.7857)]
    [InlineData(true, 0.4, 0.3, 0.7)]
    public void Shares_that_have_to_move(bool completed, double share, double moves, double left)
    {
        var terms = Terms(completed, 0, 100, null);
        Assert.Equal(((decimal)share, (decimal)moves, (decimal)left), (Math.Round(terms.ShareToMove, 4), Math.Round(terms.CapacityToMove, 4), Math.Round(1m - terms.CapacityToMove, 4)));
    }

    // 100% for everybody is 100% under the clause alone; at most 15% under the cap alone.
    [Fact]
    public void Clause_and_cap_differ_and_the_lower_of_both_is_paid()
    {
        var terms = Terms(true, 30_000, 100, null);
        Assert.Equal((100m, 15m, 15m, "the cap"), (terms.ByClauseOnly, terms.ByCapOnly, terms.RatePercent, terms.DecidedBy));
        var followed = Terms(true, 30_000, 100, 10);
        Assert.Equal((10m, 15m, 10m), (followed.ByClauseOnly, followed.ByCapOnly, followed.RatePercent));
        Assert.Equal("the general rate", (Terms(true, 30_000, 5, 10)).DecidedBy);
    }

    private static CapacityTerms Terms(bool completed, int imports, int general, int? best) =>
        new(2.5m, 1.5m, completed, 10_000m, imports, 1_000m, general, 15m, best, 0.75m);
}
