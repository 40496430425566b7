using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Feed;
using GeoGraph.Exposure.Mapping;
using GeoGraph.Exposure.Scenarios;

namespace GeoGraph.UnitTests.Exposure.Scenarios;

public sealed class TakenAwayTests
{
    private static readonly EntityId Flow = EntityId.Parse("supplies:MINE-FAB");

    [Fact]
    public void A_flow_made_less_is_a_loss_and_nothing_else()
    {
        var (steps, row) = Baseline();
        Assert.Null(steps.Kept(new PutRelationStep("", row with { ValueUsdPerYear = 25m })));
        Assert.Equal(0.25m, steps.Parts[Flow]);
    }

    [Fact]
    public void What_a_step_changes_of_a_flow_besides_making_it_less_stays_changed()
    {
        var (steps, row) = Baseline();
        var kept = Assert.IsType<PutRelationStep>(steps.Kept(new PutRelationStep("", row with { ValueUsdPerYear = 25m, CapacityUsdPerYear = 30m })));
        Assert.Equal((100m, 30m), (kept.Row.ValueUsdPerYear!.Value, kept.Row.CapacityUsdPerYear!.Value));
        Assert.Equal(0.25m, steps.Parts[Flow]);
    }

    private static (TakenAway Steps, RelationRow Row) Baseline()
    {
        var world = new World().Firm("MINE").Firm("FAB").Supply("MINE", "FAB", "1001", "ore", 100m);
        var loaded = new LoadedGraph(GraphBuilder.Build(world.Nodes, world.Relations).Graph, new Revision(1), new Dictionary<EntityId, EntityId>());
        return (new TakenAway(loaded), loaded.Graph.RowOfRelation(Flow)!);
    }
}
