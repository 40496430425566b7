using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.UnitTests.Exposure.Tariffs;

public class TariffShockTests
{
    [Fact]
    public void New_duties_reach_buyers_directly_and_through_their_suppliers()
    {
        var view = TariffWorld.Small().View();
        var answer = TariffWorld.Shock(TariffWorld.Side(view, TariffWorld.Stated()), TariffWorld.Side(view, TariffWorld.TwoBorders));
        var totals = answer.Changes.Where(change => change.Product is null).ToList();
        Assert.Equal(["US_OEM 7.8", "US_PACK 7.8", "KR_CATHODE 3"], totals.Select(change => FormattableString.Invariant($"{change.Actor.Name} {change.ChangeUsd:0.####}")));
        var pack = totals[1];
        Assert.Equal((0m, 0.012m, 0m, 0.0195m), (pack.Before!.Value.Direct!.Value, pack.After!.Value.Direct!.Value, pack.Before.Value.Embedded!.Value, pack.After.Value.Embedded!.Value));
        Assert.Equal((0m, 0.0078m), (totals[0].After!.Value.Direct!.Value, totals[0].After!.Value.Embedded!.Value));
        Assert.Equal(["supplies:CN_REFINE-KR_CATHODE", "supplies:KR_CATHODE-US_PACK"], totals[0].Relations.Select(id => id.Value));
        Assert.Equal(7.8m, answer.TotalUsd);
    }

    [Fact]
    public void Duty_that_grows_beyond_all_proportion_tier_by_tier_is_told_and_not_passed_on()
    {
        var world = new World().States("TW");
        var names = Enumerable.Range(0, 14).Select(tier => $"F{tier}").ToList();
        foreach (var name in names)
            world.Node(name, NodeKind.Firm, output: 1m);
        foreach (var (supplier, buyer) in names.Zip(names.Skip(1)))
            world.Supply(supplier, buyer, "854231", "chip", 900m);
        var view = world.View();
        var answer = TariffWorld.Shock(TariffWorld.Side(view, TariffWorld.Stated()), TariffWorld.Side(view, TariffWorld.Stated(("supplies:F0-F1", 100m))));
        Assert.Equal(["F1 90000", "F2 81000000"], answer.Changes.Where(change => change.Product is null).OrderBy(change => change.Actor).Select(change => FormattableString.Invariant($"{change.Actor.Name} {change.ChangeUsd:0}")));
        Assert.Contains(answer.Unknown, sentence => sentence.StartsWith("firm:F2: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Pass_through_is_taken_once_a_tier()
    {
        var view = TariffWorld.Small().View();
        var answer = TariffWorld.Shock(TariffWorld.Side(view, TariffWorld.Stated()), TariffWorld.Side(view, TariffWorld.TwoBorders), 0.5m, "US_OEM");
        // 4% on 120 reaches US_OEM at tier 2, 5% on 60 at tier 3: 4.8 * 0.5 + 3 * 0.25.
        Assert.Equal(3.15m, answer.Changes[0].ChangeUsd);
    }

    [Fact]
    public void Products_are_told_apart_for_buyers_that_are_named()
    {
        var view = TariffWorld.Small().View();
        var answer = TariffWorld.Shock(TariffWorld.Side(view, TariffWorld.Stated()), TariffWorld.Side(view, TariffWorld.TwoBorders), 1m, "US_OEM");
        Assert.Equal(["", "hs:850760", "hs:853710"], answer.Changes.Select(change => change.Product?.Value ?? ""));
        Assert.Equal([7.8m, 7.8m, 0m], answer.Changes.Select(change => change.ChangeUsd!.Value));
    }

    [Fact]
    public void A_changed_graph_changes_the_duty_that_is_paid()
    {
        var before = TariffWorld.Small();
        var after = TariffWorld.Small().Change("supplies:KR_CATHODE-US_PACK", row => row with { ValueUsdPerYear = 60m });
        var answer = TariffWorld.Shock(TariffWorld.Side(before.View(), TariffWorld.TwoBorders), TariffWorld.Side(after.View(), TariffWorld.TwoBorders), 1m, "US_PACK");
        Assert.Equal(-3.9m, answer.Changes[0].ChangeUsd);
        Assert.Equal(-2.4m, answer.TotalUsd);
    }

    [Fact]
    public void A_buyer_without_output_has_a_change_in_money_and_no_rate()
    {
        var world = TariffWorld.WithOutputs(SmallWorld.Create(), name => name == "US_PACK" ? null : 1000m);
        var view = world.View();
        var change = TariffWorld.Shock(TariffWorld.Side(view, TariffWorld.Stated()), TariffWorld.Side(view, TariffWorld.TwoBorders), 1m, "US_PACK").Changes[0];
        Assert.Null(change.After!.Value.Direct);
        Assert.True(change.ChangeUsd > 4.8m);
    }

    [Fact]
    public void The_imports_of_a_state_are_a_buyer_of_their_own()
    {
        var world = new World().States("AA", "BB").Relate(RelationKind.ExportsTo, "state:AA", "state:BB", row => row with { Product = EntityId.Parse("hs:8507"), ValueUsdPerYear = 200m });
        var view = world.View();
        var answer = TariffWorld.Shock(TariffWorld.Side(view, TariffWorld.Stated()), TariffWorld.Side(view, TariffWorld.Stated(("exportsto:AA-BB", 0.1m))));
        Assert.Equal(("state:BB", 20m), (answer.Changes[0].Actor.Value, answer.Changes[0].ChangeUsd));
    }
}
