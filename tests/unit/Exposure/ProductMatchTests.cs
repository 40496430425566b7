using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Exposures;

namespace GeoGraph.UnitTests.Exposure;

public sealed class ProductMatchTests
{
    [Theory]
    [InlineData("product:circuits", 1)]
    [InlineData("product:chapter-85", 1)]
    [InlineData("product:logic", 0.75)]
    [InlineData("product:memory-and-more", 0)]
    public void A_product_asked_about_is_met_by_flows_of_products_whose_codes_all_lie_beneath_its_own(string on, double share)
    {
        var world = new World().Firm("A").Firm("B").Firm("C")
            .Supply("A", "C", "0", "chip", 3m).Change("supplies:A-C", row => row with { Product = EntityId.Parse("product:logic") })
            .Supply("B", "C", "0", "chip", 1m).Change("supplies:B-C", row => row with { Product = EntityId.Parse("product:memory") });
        Product(world, "product:logic", "854231");
        Product(world, "product:memory", "854232", "854239");
        Product(world, "product:circuits", "8542");
        Product(world, "product:chapter-85", "85");
        Product(world, "product:memory-and-more", "854232", "8471");

        Assert.Equal((decimal)share, ExposureMeasures.On(world.View(), World.Id("C"), null, EntityId.Parse(on), TraceLimits.Default, default).Widest.AtLeast);
    }

    private static void Product(World world, string id, params string[] codes) =>
        world.Nodes.Add(new NodeRow { Id = EntityId.Parse(id), Kind = NodeKind.Product, HsCodes = codes });
}
