using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Disruption;
using GeoGraph.Exposure.Survival;
using GeoGraph.UnitTests.Exposure.Disruption;

namespace GeoGraph.UnitTests.Exposure.Survival;

/// <summary>Courses against a literal simulation that works all levels out anew at every event, on small worlds with circles.</summary>
public sealed class SurvivalBruteForceTests
{
    private const double Tolerance = 1e-6;

    [Fact]
    public void Courses_equal_a_literal_simulation()
    {
        var number = 0;
        RandomWorld.ForEach(600, RandomShock.Any, world =>
        {
            number++;
            WithStocks(world.Known(number), new Random(number));
            var view = world.View();
            var shock = RandomShock.Create(view, world, number) with { Days = 5 + (number % 40), ClosureDays = 3 + (number % 30) };
            var brute = new LevelBruteForce(world);
            var lost = FullDaysLost(world, brute, shock, shock.DeliveredById(view));
            var answer = SurvivalMeasures.TimeTo(view, shock, brute.Firms, Ask.Limits, default);
            foreach (var node in answer.Nodes)
            {
                var (days, falls) = lost[brute.Firms.IndexOf(node.Node)];
                Assert.InRange((double)node.Worst.FullDaysLost!.Value, days - Tolerance, days + Tolerance);
                if (days > 1e-3)
                    Assert.InRange((double)node.Worst.SurvivesDays!.Value, falls - 1e-3, falls + 1e-3);
            }
        });
    }

    [Fact]
    public void Larger_stocks_of_one_input_of_a_chain_never_bring_the_fall_forward()
    {
        for (var days = 0; days < 60; days += 5)
        {
            var falls = Falls(days);
            Assert.True(Falls(days + 5) >= falls);
        }

        static decimal Falls(int days) =>
            SurvivalMeasures.TimeTo(DisruptionWorld.Create().Stock("US_PACK", "cathode", 0m).Adjust("US_PACK", node => node with { Stocks = [new StockRow("cathode", days)] }).View(),
                DisruptionWorld.Without("CN_REFINE"), [World.Id("US_OEM")], Ask.Limits, default).Nodes[0].Worst.SurvivesDays!.Value;
    }

    private static void WithStocks(World world, Random random)
    {
        foreach (var (buyer, group) in world.Relations.Where(row => row.Kind == RelationKind.Supplies).Select(row => (row.To, row.InputGroup!)).Distinct().ToList())
        {
            if (random.Next(2) == 0)
                world.Stock(buyer.Name, group, random.Next(1, 20));
        }
    }

    // By firm: days of full output lost, and the day it falls.
    private static (double Days, double Falls)[] FullDaysLost(World world, LevelBruteForce brute, Shock shock, Func<EntityId, double> delivered)
    {
        var stocks = new Dictionary<(int Firm, string Group), double>();
        foreach (var node in world.Nodes.Where(node => node.Stocks.Count > 0))
        {
            foreach (var stock in node.Stocks)
                stocks[(brute.Firms.IndexOf(node.Id), stock.InputGroup)] = (double)stock.Days;
        }
        var lost = Enumerable.Repeat((Days: 0.0, Falls: double.PositiveInfinity), brute.Firms.Count).ToArray();
        var (gone, linear) = (brute.PlacesOf(shock.Removed), brute.PlacesOf(shock.Linear));
        for (var day = 0.0; day < Math.Max((double)shock.Days!, (double)shock.ClosureDays!);)
        {
            var away = day < (double)shock.Days!.Value - 1e-9 ? gone : [];
            Func<EntityId, double> arrives = day < (double)shock.ClosureDays!.Value - 1e-9 ? delivered : _ => 1;
            var levels = brute.Levels(away, arrives, linear, (firm, group) => stocks.GetValueOrDefault((firm, group)) > 1e-9);
            var perDay = stocks.Keys.ToDictionary(key => key, key => Math.Max(0, levels[key.Firm] - brute.Available(key.Firm, key.Group, levels, arrives)));
            double[] next = [(double)shock.Days!.Value, (double)shock.ClosureDays!.Value, .. stocks.Where(stock => stock.Value > 1e-9 && perDay[stock.Key] > 1e-12).Select(stock => day + (stock.Value / perDay[stock.Key]))];
            var until = next.Where(time => time > day + 1e-9).Min();
            foreach (var key in stocks.Keys.ToList())
                stocks[key] = stocks[key] - (perDay[key] * (until - day)) is > 1e-9 and var left ? left : 0;
            for (var firm = 0; firm < lost.Length; firm++)
                lost[firm] = (lost[firm].Days + ((1 - levels[firm]) * (until - day)), levels[firm] < 1 - 1e-9 ? Math.Min(lost[firm].Falls, day) : lost[firm].Falls);
            day = until;
        }
        return lost;
    }
}
