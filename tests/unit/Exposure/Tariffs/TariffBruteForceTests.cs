using GeoGraph.Core;
using GeoGraph.Exposure.Tariffs;

namespace GeoGraph.UnitTests.Exposure.Tariffs;

/// <summary>Embedded tariffs against a literal computation, and what must hold of them, on random small worlds.</summary>
public class TariffBruteForceTests
{
    private const int Cases = 120;
    private const int Rounds = 120;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Both_ways_of_computing_agree_with_summing_over_rounds(bool cyclic) => RandomWorld.ForEach(Cases, new WorldShape(Cyclic: cyclic, SeveralGroups: true), bare =>
    {
        var (world, stated) = Priced(bare, 1);
        var view = world.View();
        var rates = FlowRates.Of(view, [], stated, null);
        var literal = Literal(world, stated, 1.0);
        var field = EmbeddedField.Of(view, rates, 1m, null, default);
        foreach (var (name, expected) in literal)
        {
            var answer = TariffWorld.Embedded(view, name, rates);
            Assert.Equal(expected, (double)answer.AtLeast, 9);
            Assert.Equal(expected, (double)field.Embedded[view.Graph.FindNode(World.Id(name))!.Value], 9);
        }
    });

    [Fact]
    public void A_pass_through_weakens_each_further_tier() => RandomWorld.ForEach(Cases, new WorldShape(Cyclic: true), bare =>
    {
        var (world, stated) = Priced(bare, 2);
        var view = world.View();
        var field = EmbeddedField.Of(view, FlowRates.Of(view, [], stated, null), 0.5m, null, default);
        foreach (var (name, expected) in Literal(world, stated, 0.5))
            Assert.Equal(expected, (double)field.Embedded[view.Graph.FindNode(World.Id(name))!.Value], 9);
    });

    [Fact]
    public void Embedded_duty_is_linear_in_rates_and_zero_without_any() => RandomWorld.ForEach(Cases, new WorldShape(SeveralGroups: true), bare =>
    {
        var (world, stated) = Priced(bare, 3);
        var other = stated.ToDictionary(rate => rate.Key, rate => 0.3m - rate.Value / 2m);
        var both = stated.ToDictionary(rate => rate.Key, rate => rate.Value + 3m * other[rate.Key]);
        var view = world.View();
        for (var firm = 0; firm < RandomWorld.CountOf(world); firm++)
        {
            var (one, two) = (TariffWorld.Embedded(view, RandomWorld.Name(firm), stated).AtLeast, TariffWorld.Embedded(view, RandomWorld.Name(firm), other).AtLeast);
            Assert.Equal(Math.Round(one + 3m * two, 18), Math.Round(TariffWorld.Embedded(view, RandomWorld.Name(firm), both).AtLeast, 18));
            Assert.Equal(0m, TariffWorld.Embedded(view, RandomWorld.Name(firm), stated.ToDictionary(rate => rate.Key, _ => 0m)).AtLeast);
        }
    });

    [Fact]
    public void The_order_of_rows_does_not_matter() => RandomWorld.ForEach(Cases / 2, new WorldShape(Cyclic: true), bare =>
    {
        var (world, stated) = Priced(bare, 4);
        var before = TariffWorld.Embedded(world.View(), RandomWorld.Name(0), stated);
        world.Relations.Reverse();
        world.Nodes.Reverse();
        var after = TariffWorld.Embedded(world.View(), RandomWorld.Name(0), stated);
        Assert.Equal(before.AtLeast, after.AtLeast);
        Assert.Equal(before.Borders.Select(border => (border.Relation, border.Share)), after.Borders.Select(border => (border.Relation, border.Share)));
    });

    [Fact]
    public void A_shock_is_the_difference_of_what_is_embedded_and_none_where_nothing_changes() => RandomWorld.ForEach(Cases, new WorldShape(Cyclic: true), bare =>
    {
        var (world, stated) = Priced(bare, 5);
        var changed = stated.ToDictionary(rate => rate.Key, rate => rate.Value * 2m);
        var view = world.View();
        var (before, after) = (TariffWorld.Side(view, stated), TariffWorld.Side(view, changed));
        Assert.Empty(TariffWorld.Shock(before, TariffWorld.Side(view, stated)).Changes);
        foreach (var change in TariffWorld.Shock(before, after).Changes.Where(change => change.Product is null))
        {
            var embedded = TariffWorld.Embedded(view, change.Actor.Name, stated).AtLeast;
            Assert.Equal((double)embedded, (double)change.Before!.Value.Embedded!.Value, 9);
            Assert.Equal((double)(embedded * 2m), (double)change.After!.Value.Embedded!.Value, 9);
        }
    });

    // Outputs half above all inputs, so that circles converge; a rate for every second flow.
    private static (World World, Dictionary<EntityId, decimal> Stated) Priced(World bare, int salt)
    {
        var random = new Random(RandomWorld.Seed + salt + bare.Relations.Count);
        TariffWorld.WithOutputs(bare, name => Math.Max(10m, bare.Relations.Where(row => row.To == World.Id(name)).Sum(row => row.ValueUsdPerYear ?? 0m) * 1.5m));
        var flows = bare.Relations.Where(row => row.ValueUsdPerYear is not null).ToList();
        return (bare, flows.Where(_ => random.Next(2) == 0).ToDictionary(row => row.Id, _ => random.Next(1, 100) / 100m));
    }

    // e = Σ v/x (rate + p·e), repeated until it stands still.
    private static Dictionary<string, double> Literal(World world, Dictionary<EntityId, decimal> stated, double passThrough)
    {
        var firms = world.Nodes.Where(node => node.Id.Kind == "firm").ToList();
        var embedded = firms.ToDictionary(node => node.Id.Name, _ => 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            embedded = firms.ToDictionary(node => node.Id.Name, node => world.Relations.Where(row => row.To == node.Id && row.ValueUsdPerYear is not null).Sum(row =>
                (double)(row.ValueUsdPerYear!.Value / node.OutputUsdPerYear!.Value) * ((double)stated.GetValueOrDefault(row.Id) + passThrough * embedded[row.From.Name])));
        }
        return embedded;
    }
}
