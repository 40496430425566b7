using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Disruption;
using GeoGraph.Exposure.Views;

namespace GeoGraph.UnitTests.Exposure.Disruption;

/// <summary>Levels against <see cref="LevelBruteForce"/> on small worlds with circles, and what holds of every shock.</summary>
public sealed class DisruptionBruteForceTests
{
    private const double Tolerance = 1e-8;

    [Fact]
    public void Levels_equal_the_definition_taken_round_by_round() => ForEach(2000, (world, number) =>
    {
        var view = world.Known(number).View();
        var shock = RandomShock.Create(view, world, number);
        var brute = new LevelBruteForce(world);
        var expected = brute.Levels(brute.PlacesOf(shock.Removed), shock.DeliveredById(view), brute.PlacesOf(shock.Linear));
        var answer = Listed(view, shock, brute.Firms);
        foreach (var node in answer.Nodes)
        {
            Assert.True(node.Level.IsExact);
            Near(expected[brute.Firms.IndexOf(node.Node)], node.Level.AtLeast);
        }
    });

    [Fact]
    public void Lost_demand_equals_the_definition_taken_round_by_round() => ForEach(500, (world, number) =>
    {
        var view = world.Known(number).View();
        var shock = RandomShock.Create(view, world, number);
        var brute = new LevelBruteForce(world);
        var delivered = shock.DeliveredById(view);
        var levels = brute.Levels(brute.PlacesOf(shock.Removed), delivered, brute.PlacesOf(shock.Linear));
        var expected = Demand(brute, world, levels, delivered);
        foreach (var node in Listed(view, shock, brute.Firms, lostDemand: true).Nodes)
        {
            var firm = brute.Firms.IndexOf(node.Node);
            Near(expected[firm], node.Demand!.Value.AtLeast);
            Near(expected[firm] * levels[firm], node.Produces!.Value.AtMost);
        }
    });

    [Fact]
    public void A_range_holds_the_level_of_every_world_that_the_data_allow() => ForEach(250, (world, number) =>
    {
        var view = world.View();
        var shock = RandomShock.Create(view, world, number);
        var ranges = Listed(view, shock, Firms(world)).Nodes.ToDictionary(node => node.Node, node => node.Level);
        for (var draw = 0; draw < 3; draw++)
        {
            var one = Completed(world, view, new Random((number * 7) + draw));
            var oneView = one.View();
            var delivered = shock.Delivered.Where(entry => oneView.Graph.FindFlow(view.Graph.Flows.Id(entry.Key)) is not null)
                .ToDictionary(entry => oneView.Graph.FindFlow(view.Graph.Flows.Id(entry.Key))!.Value, entry => entry.Value);
            foreach (var node in Listed(oneView, shock with { Delivered = delivered }, Firms(world)).Nodes)
            {
                Assert.InRange(node.Level.AtLeast, ranges[node.Node].AtLeast - (decimal)Tolerance, ranges[node.Node].AtMost + (decimal)Tolerance);
                Assert.InRange(node.Level.AtMost, ranges[node.Node].AtLeast - (decimal)Tolerance, ranges[node.Node].AtMost + (decimal)Tolerance);
            }
        }
    });

    [Fact]
    public void Taking_more_away_never_helps() => ForEach(500, (world, number) =>
    {
        var view = world.View();
        var shock = RandomShock.Create(view, world, number);
        var more = shock with { Removed = [.. shock.Removed.Append(Firms(world)[0]).Distinct()] };
        var (before, after) = (Listed(view, shock, Firms(world)), Listed(view, more, Firms(world)));
        foreach (var node in before.Nodes)
        {
            var worse = after.Nodes.Single(other => other.Node == node.Node).Level;
            Assert.True(worse.AtLeast <= node.Level.AtLeast && worse.AtMost <= node.Level.AtMost);
        }
    });

    [Fact]
    public void What_cannot_produce_at_all_stands_at_zero() => ForEach(200, (world, _) =>
    {
        var brute = new BruteForce(world);
        var feasible = brute.Feasible(new HashSet<EntityId>());
        foreach (var gone in Firms(world))
        {
            var left = brute.Feasible(new HashSet<EntityId> { gone });
            foreach (var node in Listed(world.Known(0).View(), new Shock { Removed = [gone] }, Firms(world)).Nodes.Where(node => feasible.Contains(node.Node) && !left.Contains(node.Node)))
                Assert.Equal(0m, node.Level.AtMost);
        }
    });

    [Fact]
    public void The_order_of_rows_leaves_no_trace() => ForEach(300, (world, number) =>
    {
        var view = world.View();
        var shock = RandomShock.Create(view, world, number) with { Delivered = new Dictionary<int, decimal>() };
        var expected = Print(view.Levels(shock, lostDemand: true));
        world.Nodes.Reverse();
        world.Relations.Reverse();
        Assert.Equal(expected, Print(world.View().Levels(shock, lostDemand: true)));
    });

    [Fact]
    public void A_supplier_split_into_two_equal_halves_changes_nothing_for_a_shock_that_takes_both() => ForEach(500, (world, number) =>
    {
        var split = world.Known(number);
        var name = RandomWorld.Name(number % RandomWorld.CountOf(world));
        var expected = Listed(split.View(), DisruptionWorld.Without(name), Firms(world)).Nodes.Where(node => node.Node.Name != name).OrderBy(node => node.Node).Select(node => node.Level).ToList();
        Split(split, name);
        var actual = Listed(split.View(), DisruptionWorld.Without(name, name + "b"), Firms(world)).Nodes;
        Assert.Equal(expected, actual.Where(node => node.Node.Name != name && node.Node.Name != name + "b").OrderBy(node => node.Node).Select(node => node.Level));
    });

    [Fact]
    public void Each_loss_has_a_chain_of_flows_back_to_the_shock() => ForEach(600, (world, number) =>
    {
        var view = world.View();
        var shock = RandomShock.Create(view, world, number);
        foreach (var node in view.Levels(shock).Nodes.Where(node => !node.IsRemoved))
        {
            Assert.True(node.Reason!.ReachesShock);
            var rows = node.Reason.Chain.Relations.Select(id => world.Relations.Single(row => row.Id == id)).ToList();
            Assert.Equal(node.Reason.Chain.Nodes.Zip(node.Reason.Chain.Nodes.Skip(1)), rows.Select(row => (row.To, row.From)));
            Assert.True(shock.Removed.Contains(rows[^1].From) || shock.Delivered.GetValueOrDefault(view.Graph.FindFlow(rows[^1].Id)!.Value, 1m) < 1m);
        }
    });

    private static void ForEach(int cases, Action<World, int> check)
    {
        var number = 0;
        RandomWorld.ForEach(cases, RandomShock.Any, world => check(world, number++));
    }

    private static List<EntityId> Firms(World world) => [.. world.Nodes.Where(node => node.Kind == NodeKind.Firm).Select(node => node.Id)];

    private static DisruptionAnswer Listed(GraphView view, Shock shock, IReadOnlyList<EntityId> firms, bool lostDemand = false) =>
        DisruptionMeasures.Levels(view, shock, firms, lostDemand, Ask.Limits, default);

    private static void Near(double expected, decimal actual) => Assert.InRange((double)actual, expected - Tolerance, expected + Tolerance);

    private static string Print(DisruptionAnswer answer) => string.Join('\n', answer.Nodes.Select(node =>
        $"{node.Node} {node.Level} {node.LostPerYear} {node.Demand} {node.Produces} {node.Reason?.Group} {string.Join(' ', node.Reason?.Chain.Relations ?? [])}"));

    private static double[] Demand(LevelBruteForce brute, World world, double[] levels, Func<EntityId, double> delivered)
    {
        var demand = Enumerable.Repeat(1.0, levels.Length).ToArray();
        for (var round = 0; round < 2000; round++)
        {
            for (var firm = 0; firm < levels.Length; firm++)
            {
                var output = Math.Max((double)(world.Nodes.Single(node => node.Id == brute.Firms[firm]).OutputUsdPerYear ?? 0), brute.Sales[firm].Sum(sale => sale.Value));
                demand[firm] = 1 - brute.Sales[firm].Sum(sale => sale.Value / output * (1 - Taken(sale.Buyer, sale.Group, sale.Flow)));
            }
        }
        return demand;

        double Taken(int buyer, string group, EntityId flow)
        {
            var (produced, available) = (levels[buyer] * demand[buyer], brute.Available(buyer, group, levels, delivered));
            return produced < 1e-12 ? 0 : delivered(flow) * Math.Min(1, produced / Math.Max(available, 1e-12));
        }
    }

    // What is not stated is drawn: shares of what a group does not assign, over the flows that state none (and a firm that is nowhere else, where some state one).
    private static World Completed(World world, GraphView view, Random random)
    {
        var one = new World();
        one.Nodes.AddRange(world.Nodes);
        one.Relations.AddRange(world.Relations);
        one.Firm("ELSEWHERE");
        for (var group = 0; group < view.Graph.Groups.Count; group++)
        {
            var shares = view.Shares(group);
            if (shares.Basis == ShareBasis.Values)
                continue;
            var open = shares.Members.Where(member => member.Share is null).ToList();
            var draws = open.ConvertAll(_ => (decimal)random.Next(1, 100));
            var beyond = shares.Basis == ShareBasis.StatedShares ? (decimal)random.Next(1, 100) : 0m;
            var whole = draws.Sum() + beyond;
            foreach (var member in shares.Members)
                SetValue(one, view.Graph.Flows.Id(member.Flow), member.Share ?? (shares.Unknown * draws[open.IndexOf(member)] / whole));
            if (beyond > 0m && shares.Unknown > 0m)
                one.Supply("ELSEWHERE", view.Graph.NodeId(view.Graph.Groups.Buyer(group)).Name, "1", view.Graph.Groups.Name(group), Math.Round(shares.Unknown * beyond / whole * 1_000_000m, 4));
        }
        return one;
    }

    private static void SetValue(World world, EntityId flow, decimal share) =>
        world.Change(flow.Value, row => row with { ValueUsdPerYear = Math.Round(share * 1_000_000m, 4), Share = null });

    private static void Split(World world, string name)
    {
        var node = world.Nodes.Single(row => row.Id == World.Id(name));
        world.Nodes.Add(node with { Id = World.Id(name + "b") });
        foreach (var row in world.Relations.Where(row => row.Kind == RelationKind.Supplies && (row.From == node.Id || row.To == node.Id)).ToList())
        {
            var half = row.From == node.Id;
            if (half)
                world.Change(row.Id.Value, old => old with { ValueUsdPerYear = old.ValueUsdPerYear / 2m });
            world.Relations.Add(row with
            {
                Id = EntityId.Parse(row.Id.Value + "b"),
                From = half ? World.Id(name + "b") : row.From,
                To = half ? row.To : World.Id(name + "b"),
                ValueUsdPerYear = half ? row.ValueUsdPerYear / 2m : row.ValueUsdPerYear,
            });
        }
    }
}
