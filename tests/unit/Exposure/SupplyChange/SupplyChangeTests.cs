using GeoGraph.Exposure.SupplyChange;
using GeoGraph.Exposure.Tariffs;

namespace GeoGraph.UnitTests.Exposure.SupplyChange;

/// <summary>Chains shorten, nodes move to other states, or both, as the seeds tell them apart (M14, M15, M16).</summary>
public class SupplyChangeTests
{
    // Wafers are made and packaged in Taiwan and go to a server maker in the United States by a trader in Malaysia.
    private static World Chips() => new World().States("TW", "MY", "US", "JP", "VN")
        .Firm("CHEM", "JP").Firm("FAB", "TW").Firm("OSAT", "TW").Firm("TRADER", "MY").Firm("SERVER", "US")
        .Supply("CHEM", "FAB", "381800", "wafer", 10m).Supply("FAB", "OSAT", "854231", "die", 50m)
        .Supply("OSAT", "TRADER", "854231", "chip", 80m).Supply("TRADER", "SERVER", "854231", "chip", 90m);

    [Fact]
    public void Leaving_out_a_middleman_only_contracts()
    {
        var answer = Compare(Chips(), Without(Chips(), "TRADER").Supply("OSAT", "SERVER", "854231", "chip", 90m));
        Assert.Equal((true, false), (answer.Contractionary, answer.Diversionary));
        Assert.Equal((4, 3), (answer.Before.Nodes, answer.After.Nodes));
        Assert.Equal((4, 3), (answer.Before.LongestChain, answer.After.LongestChain));
    }

    [Fact]
    public void A_lost_supplier_whose_place_nobody_takes_only_contracts()
    {
        World Two(bool both)
        {
            var world = new World().States("TW", "US").Firm("SERVER", "US").Firm("US_FAB", "US").Supply("US_FAB", "SERVER", "854231", "chip", 10m);
            return both ? world.Firm("TW_FAB", "TW").Supply("TW_FAB", "SERVER", "854231", "chip", 90m) : world;
        }
        var answer = Compare(Two(true), Two(false));
        Assert.Equal((true, false), (answer.Contractionary, answer.Diversionary));
        Assert.Empty(answer.Moves);
    }

    [Fact]
    public void A_node_that_moves_its_line_to_another_state_only_diverts()
    {
        var moved = Chips();
        moved.Relations[moved.Relations.FindIndex(row => row.Id.Value == "locatedin:OSAT-TW")] =
            moved.Relations.Find(row => row.Id.Value == "locatedin:OSAT-TW")! with { To = World.Id("state:VN") };
        var answer = Compare(Chips(), moved);
        Assert.Equal((false, true), (answer.Contractionary, answer.Diversionary));
        Assert.Equal(answer.Before.LongestChain, answer.After.LongestChain);
        Assert.Equal("state:TW > state:VN 1", Assert.Single(answer.Moves.Select(Text)));
    }

    [Fact]
    public void A_supplier_replaced_by_one_elsewhere_only_diverts()
    {
        var answer = Compare(Chips(), Without(Chips().Firm("VN_OSAT", "VN"), "OSAT").Supply("FAB", "VN_OSAT", "854231", "die", 50m).Supply("VN_OSAT", "TRADER", "854231", "chip", 80m));
        Assert.Equal((false, true), (answer.Contractionary, answer.Diversionary));
        Assert.Equal(4, answer.After.Nodes);
        Assert.Contains("state:TW > state:VN 1", answer.Moves.Select(Text));
    }

    [Fact]
    public void Moving_a_fab_to_the_buyers_state_does_both()
    {
        // The fab in the United States packages by itself and sells without a trader.
        var moved = Without(Without(Without(Chips(), "TRADER"), "OSAT"), "FAB").Firm("US_FAB", "US").Supply("CHEM", "US_FAB", "381800", "wafer", 10m).Supply("US_FAB", "SERVER", "854231", "chip", 90m);
        var answer = Compare(Chips(), moved);
        Assert.Equal((true, true), (answer.Contractionary, answer.Diversionary));
        Assert.Equal((4, 2), (answer.Before.Nodes, answer.After.Nodes));
        Assert.Equal(["state:JP", "state:MY", "state:TW"], answer.Before.States.Select(state => state.Value));
        Assert.Equal(["state:JP", "state:US"], answer.After.States.Select(state => state.Value));
    }

    [Fact]
    public void A_share_that_goes_to_an_existing_supplier_elsewhere_diverts_by_as_much()
    {
        World Two(decimal first, decimal second) => new World().States("TW", "US").Firm("TW_FAB", "TW").Firm("US_FAB", "US").Firm("SERVER", "US")
            .Supply("TW_FAB", "SERVER", "854231", "chip", first).Supply("US_FAB", "SERVER", "854231", "chip", second);
        var answer = Compare(Two(90m, 10m), Two(60m, 40m));
        Assert.Equal((false, true), (answer.Contractionary, answer.Diversionary));
        Assert.Equal("state:TW > state:US 0.3", Assert.Single(answer.Moves.Select(Text)));
    }

    [Fact]
    public void Shares_that_move_within_a_state_divert_nothing()
    {
        World Two(decimal first, decimal second) => new World().States("TW", "US").Firm("A", "TW").Firm("B", "TW").Firm("SERVER", "US")
            .Supply("A", "SERVER", "854231", "chip", first).Supply("B", "SERVER", "854231", "chip", second);
        var answer = Compare(Two(90m, 10m), Two(60m, 40m));
        Assert.Equal((false, false), (answer.Contractionary, answer.Diversionary));
        Assert.Empty(answer.Moves);
    }

    [Fact]
    public void A_change_that_changes_nothing_changes_nothing() => RandomWorld.ForEach(300, new WorldShape(Cyclic: true, SeveralGroups: true, Gaps: true), world =>
    {
        var answer = Compare(world, world, RandomWorld.Name(0));
        Assert.Equal((false, false, 0), (answer.Contractionary, answer.Diversionary, answer.Moves.Count));
    });

    private static World Without(World world, string firm)
    {
        world.Nodes.RemoveAll(node => node.Id == World.Id(firm));
        world.Relations.RemoveAll(row => row.From == World.Id(firm) || row.To == World.Id(firm));
        return world;
    }

    private static string Text(SupplyMove move) => FormattableString.Invariant($"{move.From} > {move.To} {move.Share:0.####}");

    private static SupplyChangeAnswer Compare(World before, World after, string of = "SERVER") => SupplyChangeMeasures.Of(Side(before, of), Side(after, of), default);

    private static SupplySide Side(World world, string of)
    {
        var view = world.View();
        return new SupplySide(view, EmbeddedTariffMeasures.ConeOf(view, World.Id(of), Ask.Limits, default), 8);
    }
}
