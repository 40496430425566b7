using GeoGraph.Agreements;
using GeoGraph.Core;

namespace GeoGraph.UnitTests.Agreements;

/// <summary>The Japan rate of August 2025: 15% on top as first published, inclusive as made retroactive on 2025-09-16 (EO 14345).</summary>
public sealed class MeasureFilterTests
{
    private static readonly Measure Additive = Rate("measure:jp-additive", new ValidPeriod(null, new DateOnly(2025, 9, 16)));
    private static readonly Measure Inclusive = Rate("measure:jp-inclusive", new ValidPeriod(new DateOnly(2025, 9, 16), null));

    [Fact]
    public void The_settled_view_holds_the_version_still_known() =>
        Assert.Equal([Inclusive], new[] { Additive, Inclusive }.Where(new MeasureFilter().Fits));

    [Theory]
    [InlineData("2025-09-15", "measure:jp-additive")]
    [InlineData("2025-09-16", "measure:jp-inclusive")]
    public void A_date_of_knowledge_holds_the_version_known_then(string knownAt, string id) =>
        Assert.Equal(id, Assert.Single(new[] { Additive, Inclusive }, new MeasureFilter { KnownAt = Date(knownAt) }.Fits).Id.Value);

    [Theory]
    [InlineData("2025-08-06", false)]
    [InlineData("2025-08-07", true)]
    [InlineData("2026-02-23", true)]
    [InlineData("2026-02-24", false)]
    public void The_effective_period_is_half_open(string on, bool fits) =>
        Assert.Equal(fits, new MeasureFilter { On = Date(on) }.Fits(Inclusive));

    [Theory]
    [InlineData("state:JP", true)]
    [InlineData("state:KR", false)]
    public void An_origin_keeps_measures_that_name_it(string origin, bool fits) =>
        Assert.Equal(fits, new MeasureFilter { OriginId = EntityId.Parse(origin) }.Fits(Inclusive));

    [Theory]
    [InlineData("8712.00.15", true)]
    [InlineData("8542.31", false)]
    [InlineData("85", true)]
    public void A_code_keeps_measures_whose_goods_may_include_it(string code, bool fits) =>
        Assert.Equal(fits, new MeasureFilter { Code = HsCode.Parse(code) }.Fits(Inclusive));

    private static Measure Rate(string id, ValidPeriod known) => new()
    {
        Id = EntityId.Parse(id),
        Origins = new OriginScope { IncludeIds = [EntityId.Parse("state:JP")] },
        Goods = new GoodsScope { Exclude = [Codes("8541-8542")] },
        Effective = new ValidPeriod(new DateOnly(2025, 8, 7), new DateOnly(2026, 2, 24)),
        Known = known,
    };

    private static CodeRange Codes(string text) => CodeRange.TryParse(text, out var range) ? range : throw new FormatException(text);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
