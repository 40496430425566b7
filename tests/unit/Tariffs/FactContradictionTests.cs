using GeoGraph.Core;
using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

public sealed class FactContradictionTests
{
    [Fact]
    public void Every_contradiction_is_told_at_once()
    {
        var entry = World.Entry(100m, "2025-09-01", facts:
        [
            ("loaded_on", "2025-09-02"), ("content_value.steel", "90"), ("content_value.copper", "20"), ("metal_weight_share", "0"),
            ("usmca_originating", " false"), ("special_program", "S+"),
        ]) with
        { Quantities = new Dictionary<string, decimal> { ["kg"] = 5m, ["kg.lead"] = 6m, ["t.zinc"] = 0.004m, ["g.tin"] = 6000m } };
        Assert.Equal(
            [
                "facts.loaded_on", "facts.content_value", "facts.content_value.steel", "facts.content_value.copper", "facts.special_program",
                "quantities.g.tin", "quantities.kg.lead",
            ],
            Found(entry));
    }

    // Goods can originate under an agreement and still have another country of origin for other laws; a fact may also be stated that no law reads.
    [Fact]
    public void What_merely_seems_odd_is_taken() =>
        Assert.Empty(Found(World.Entry(100m, origin: "state:CN", facts: [("usmca_originating", "true"), ("special_program", "KR"), ("metal_weight_share", "0"), ("content_value.steel", "0")])));

    [Fact]
    public void Quantities_beyond_range_are_refused()
    {
        var violations = new Violations();
        QuantityTable.Read(new Dictionary<string, decimal> { ["t"] = 79_000_000_000_000_000_000_000_000_000m, ["kg"] = -1m, ["furlong"] = 1m }, violations);
        Assert.Equal(["quantities.furlong", "quantities.kg", "quantities.t"], violations.Found.Select(violation => violation.Field).Order());
    }

    private static IEnumerable<string> Found(Entry entry)
    {
        var violations = new Violations();
        FactContradictions.Find(entry, violations);
        return violations.Found.Select(violation => violation.Field);
    }
}
