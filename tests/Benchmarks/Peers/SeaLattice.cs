using GeoGraph.Core;
using GeoGraph.Exposure.Sea;

namespace GeoGraph.Benchmarks.Peers;

/// <summary>A made-up sea: lanes between the neighbours of a lattice, each point moved a little and some lanes missing, with ports on some points.</summary>
internal static class SeaLattice
{
    private const int Columns = 170;
    private const int Rows = 70;
    private const int Ports = 200;
    private const int Ways = 100;

    /// <summary>The network.</summary>
    public static SeaNetwork Build()
    {
        var random = new Random(7);
        var points = new GeoPoint[Columns, Rows];
        for (var column = 0; column < Columns; column++)
        {
            for (var row = 0; row < Rows; row++)
                points[column, row] = GeoPoint.FromDegrees((row * 2) - 70 + Shift(random), (column * 2) - 170 + Shift(random));
        }
        var lanes = new List<SeaLane>();
        for (var column = 0; column < Columns; column++)
        {
            for (var row = 0; row < Rows; row++)
            {
                if (column + 1 < Columns && random.Next(10) > 0)
                    lanes.Add(Lane(lanes.Count, points[column, row], points[column + 1, row]));
                if (row + 1 < Rows && random.Next(10) > 0)
                    lanes.Add(Lane(lanes.Count, points[column, row], points[column, row + 1]));
            }
        }
        var ports = Enumerable.Range(0, Ports).Select(port => new SeaPort(EntityId.Parse($"facility:port-{port}"), $"P{port:D4}", $"P{port}", points[random.Next(Columns), random.Next(Rows)]));
        return SeaNetworkBuilder.Build(new SeaChart(lanes, [.. ports], []));
    }

    /// <summary>Ports to go between.</summary>
    public static (int From, int To)[] Pairs(SeaNetwork sea)
    {
        var random = new Random(8);
        return [.. Enumerable.Range(0, Ways).Select(_ => (random.Next(sea.Ports.Count), random.Next(sea.Ports.Count)))];
    }

    private static decimal Shift(Random random) => random.Next(-5000, 5000) / 10_000m;

    private static SeaLane Lane(int number, GeoPoint from, GeoPoint to) => new(EntityId.Parse($"lane:{number}"), [from, to], null);
}
