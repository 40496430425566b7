using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

public sealed class NomenclatureTests
{
    private static readonly Nomenclature Codes = SmallNomenclature.Of();

    [Theory]
    [InlineData("8457", "2025-06-01", true)]
    [InlineData("8457.10", "2025-06-01", true)]
    [InlineData("8457.10.00", "2025-06-01", true)]
    [InlineData("8457.10.00.00", "2025-06-01", false)]
    [InlineData("8457.20.00.00", "2025-06-01", true)]
    [InlineData("8457.00.00", "2025-06-01", false)]
    [InlineData("8457.30.00.00", "2025-06-01", true)]
    [InlineData("8457.10.00.05", "2025-06-01", true)]
    [InlineData("8457.10.00.05", "2026-06-01", false)]
    [InlineData("8457.10.00.05", "2020-06-01", true)]
    [InlineData("8457.10.00.25", "2025-06-01", false)]
    [InlineData("8457.10.05", "2025-06-01", false)]
    [InlineData("8457.30.00", "2025-06-01", true)]
    [InlineData("8457.30.00.05", "2025-06-01", false)]
    [InlineData("8457.40", "2025-06-01", false)]
    [InlineData("8458", "2025-06-01", false)]
    [InlineData("9101.11.40.20", "2025-06-01", true)]
    public void A_code_is_one_where_a_row_has_it_or_it_begins_one_or_its_row_is_not_divided(string code, string asOf, bool isOne) =>
        Assert.Equal(isOne, Codes.Has(HsCode.Parse(code).Digits, World.Day(asOf)));

    [Fact]
    public void Rows_are_found_by_their_code_and_by_the_code_without_its_zeros()
    {
        Assert.Equal("4.2%", Codes.Find("845710", World.Day("2025-06-01"))!.General);
        Assert.Equal("8457.30.00.00", Codes.Find("84573000", World.Day("2025-06-01"))!.Code);
        Assert.Null(Codes.Find("8457100005", World.Day("2026-06-01")));
        Assert.Equal(["8457", "84571000", "8457100005"], Codes.Path("8457100005", World.Day("2025-06-01")).Select(line => line.Digits));
    }

    [Fact]
    public void Leaves_are_the_rows_of_goods_with_none_beneath_them()
    {
        Assert.Equal(["8457100005", "8457100015", "84572000", "8457300000", "91011140"], Codes.Leaves(World.Day("2025-06-01")).Select(line => line.Digits));
        Assert.DoesNotContain("8457100005", Codes.Leaves(World.Day("2026-01-01")).Select(line => line.Digits));
        Assert.Equal(9, Codes.Lines(World.Day("2026-01-01")).Count());
    }

    [Theory]
    [InlineData("8457.10.00.25", "8457.10.00.05, 8457.10.00.15, 8457.20.00")]
    [InlineData("8457.10.05", "8457.10.00, 8457.20.00, 8457.30.00")]
    [InlineData("8457.40", "8457.10, 8457.20, 8457.30")]
    [InlineData("8400", "8457, 9101")]
    public void The_nearest_codes_are_those_with_most_digits_in_common(string code, string nearest) =>
        Assert.Equal(nearest, string.Join(", ", Codes.Nearest(HsCode.Parse(code).Digits, World.Day("2025-06-01"), 3)));

    [Fact]
    public void Headings_without_a_schedule_are_no_nomenclature() =>
        Assert.Null(NomenclatureTable.Compile([], [new PublishedHeading("tariff-heading:us-8457", EntityId.Parse("state:US"), [])]).Of(EntityId.Parse("state:US")));
}
