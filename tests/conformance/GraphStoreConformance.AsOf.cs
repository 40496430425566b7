using GeoGraph.Core.Graph;

namespace GeoGraph.Conformance;

public abstract partial class GraphStoreConformance
{
    [Theory]
    [InlineData("2024-12-31", false)]
    [InlineData("2025-01-01", true)]
    [InlineData("2025-12-31", true)]
    [InlineData("2026-01-01", false)]
    public async Task Period_includes_its_first_date_and_not_its_last(string asOf, bool holds)
    {
        var valid = Period("2025-01-01", "2026-01-01");
        await WriteAsync(Put(Firm("a") with { Valid = valid }), Put(Firm("always")), Put(Supplies("a", "a") with { Valid = valid }));
        Assert.Equal(holds ? ["firm:a", "firm:always"] : ["firm:always"], await ListAsync(new NodeQuery { AsOf = Day(asOf) }));
        Assert.Equal(holds ? ["supplies:a-a"] : [], await ListAsync(new RelationQuery { AsOf = Day(asOf) }));
    }

    [Theory]
    [InlineData(null, "2025-01-01", "2024-12-31", true)]
    [InlineData(null, "2025-01-01", "0001-01-01", true)]
    [InlineData(null, "2025-01-01", "2025-01-01", false)]
    [InlineData("2025-01-01", null, "9999-12-31", true)]
    [InlineData("2025-01-01", null, "2024-12-31", false)]
    [InlineData(null, null, "1900-02-28", true)]
    public async Task Missing_bound_is_unbounded(string? from, string? to, string asOf, bool holds)
    {
        await WriteAsync(Put(Firm("a") with { Valid = Period(from, to) }));
        Assert.Equal(holds ? 1 : 0, (await ListAsync(new NodeQuery { AsOf = Day(asOf), Labels = ["FIRM"] })).Length);
    }

    [Fact]
    public async Task Without_a_date_all_are_listed()
    {
        await WriteAsync(Put(Firm("past") with { Valid = Period(null, "1990-01-01") }), Put(Firm("future") with { Valid = Period("2090-01-01", null) }));
        Assert.Equal(["firm:future", "firm:past"], await ListAsync(new NodeQuery()));
    }

    [Fact]
    public async Task Point_read_does_not_look_at_dates()
    {
        await WriteAsync(Put(Firm("past") with { Valid = Period(null, "1990-01-01") }));
        Assert.NotNull(await FindAsync("firm:past"));
    }

    [Fact]
    public async Task Date_goes_with_every_other_condition()
    {
        var old = Period(null, "2020-01-01");
        await WriteAsync(Put(Firm("a")), Put(Firm("b")), Put(Supplies("a", "b", "-old") with { Valid = old, References = [new("product", Id("product:x"))] }),
            Put(Supplies("a", "b", "-new") with { Valid = Period("2020-01-01", null), References = [new("product", Id("product:x"))] }));
        foreach (var query in (RelationQuery[])[new() { From = [Id("firm:a")] }, new() { Touching = [Id("firm:b")] }, new() { RefersTo = [Id("product:x")] }, new() { Types = ["SUPPLIES"] }])
        {
            Assert.Equal(["supplies:a-b-old"], await ListAsync(query with { AsOf = Day("2019-12-31") }));
            Assert.Equal(["supplies:a-b-new"], await ListAsync(query with { AsOf = Day("2020-01-01") }));
        }
    }
}
