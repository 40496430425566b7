using GeoGraph.Exposure.Sea;

namespace GeoGraph.UnitTests.Exposure.Sea;

/// <summary>Random seas against a literal computation: all pairs after Floyd and Warshall over the same stretches.</summary>
public sealed class RandomSeaTests
{
    private const int Seas = 300;

    [Fact]
    public void Ways_are_as_long_as_the_literal_computation_has_them_and_pass_nothing_that_is_shut()
    {
        for (var seed = 0; seed < Seas; seed++)
        {
            var random = new Random(seed);
            var sea = RandomSea(random);
            var shut = Enumerable.Range(0, sea.Marks.Count).Where(_ => random.Next(3) == 0).ToArray();
            var closure = SeaClosure.Of(sea, shut);
            var literal = Literal(sea, closure);
            var ways = new SeaWays(sea, closure);
            for (var from = 0; from < sea.Ports.Count; from++)
            {
                for (var to = 0; to < sea.Ports.Count; to++)
                {
                    var expected = literal[sea.PointOfPort[from], sea.PointOfPort[to]];
                    var route = SeaRoutes.Find(sea, from, to, closure);
                    Assert.True(expected == (route?.Micrometres ?? long.MaxValue), $"seed {seed}");
                    Assert.Equal(expected == long.MaxValue ? SeaWays.NoWay : expected, ways.Micrometres(from, to));
                    if (route is null)
                        continue;
                    Check(sea, route, closure, sea.PointOfPort[from], sea.PointOfPort[to]);
                    Assert.Equal(route.Marks.Order(), sea.Sets[ways.Marks(from, to)].ToArray());
                }
            }
        }
    }

    [Fact]
    public void The_order_of_lanes_does_not_matter()
    {
        for (var seed = 0; seed < Seas; seed++)
        {
            var sea = RandomSea(new Random(seed));
            var random = new Random(-seed);
            var shuffled = SeaNetworkBuilder.Build(sea.Chart with
            {
                Lanes = [.. sea.Chart.Lanes.Select(lane => random.Next(2) == 0 ? lane : lane with { Path = [.. lane.Path.Reverse()] }).OrderBy(_ => random.Next())],
                Ports = [.. sea.Chart.Ports.Reverse()],
                Straits = [.. sea.Chart.Straits.Reverse()],
            });
            for (var to = 1; to < sea.Ports.Count; to++)
            {
                var (left, right) = (SeaRoutes.Find(sea, 0, to, SeaClosure.Normal(sea)), SeaRoutes.Find(shuffled, 0, to, SeaClosure.Normal(shuffled)));
                Assert.Equal(left?.Points, right?.Points);
                Assert.Equal(left?.Marks, right?.Marks);
            }
        }
    }

    [Fact]
    public void The_nearest_point_is_the_one_that_looking_at_all_finds()
    {
        var random = new Random(7);
        GeoPoint[] points = [.. Enumerable.Range(0, 2000).Select(_ => Anywhere(random)).Distinct()];
        var tree = new PointTree(points);
        for (var i = 0; i < 2000; i++)
        {
            var place = Anywhere(random);
            var nearest = points.Min(point => point.MicrometresTo(place));
            Assert.InRange(points[tree.Nearest(place)].MicrometresTo(place), nearest, nearest + 1);
        }
    }

    // Points on a coarse grid, so that lanes meet, cross gates and tie.
    private static SeaNetwork RandomSea(Random random)
    {
        var chart = new Chart();
        (decimal, decimal) Spot() => (random.Next(-6, 7) * 30, random.Next(-3, 4) * 20);
        for (var lane = 0; lane < 6 + random.Next(14); lane++)
            chart.Lane(random.Next(3) == 0 ? $"p{random.Next(4)}" : null, [.. Enumerable.Range(0, 2 + random.Next(4)).Select(_ => Spot())]);
        for (var gate = 0; gate < 3; gate++)
        {
            var (x, y) = Spot();
            chart.Gate($"g{gate}", (x + 10, y + 7), (x - 11, y - 9), $"p{gate}");
        }
        for (var port = 0; port < 5; port++)
        {
            var (x, y) = Spot();
            chart.Port($"PORT{port}", Math.Clamp(x + 3, -180, 180), y + 1);
        }
        return chart.Network();
    }

    private static GeoPoint Anywhere(Random random) => Chart.At((decimal)Math.Round((random.NextDouble() * 360) - 180, 5), (decimal)Math.Round((random.NextDouble() * 180) - 90, 5));

    private static long[,] Literal(SeaNetwork sea, SeaClosure closure)
    {
        var count = sea.Points.Length;
        var distance = new long[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
                distance[i, j] = i == j ? 0 : long.MaxValue;
        }
        foreach (var lane in sea.Chart.Lanes)
        {
            foreach (var (from, to) in lane.Path.Zip(lane.Path.Skip(1)).Where(stretch => stretch.First != stretch.Second && !IsShut(sea, closure, lane, stretch.First, stretch.Second)))
            {
                var (i, j) = (Array.IndexOf(sea.Points, from), Array.IndexOf(sea.Points, to));
                distance[i, j] = distance[j, i] = from.CompareTo(to) < 0 ? from.MicrometresTo(to) : to.MicrometresTo(from);
            }
        }
        for (var via = 0; via < count; via++)
        {
            for (var i = 0; i < count; i++)
            {
                for (var j = 0; j < count && distance[i, via] != long.MaxValue; j++)
                {
                    if (distance[via, j] != long.MaxValue)
                        distance[i, j] = Math.Min(distance[i, j], distance[i, via] + distance[via, j]);
                }
            }
        }
        return distance;
    }

    private static bool IsShut(SeaNetwork sea, SeaClosure closure, SeaLane lane, GeoPoint from, GeoPoint to) =>
        (lane.Passage is { } label && closure.IsShut(sea.Marks.Label(label)!.Value))
        || sea.Chart.Straits.Any(strait => strait.Gate is { } gate && closure.IsShut(sea.Marks.Gate(strait.GateName)!.Value) && GateCrossing.Crosses(from, to, gate));

    private static void Check(SeaNetwork sea, SeaRoute route, SeaClosure closure, int from, int to)
    {
        Assert.Equal((from, to), (route.Points[0], route.Points[^1]));
        Assert.DoesNotContain(route.Marks, closure.IsShut);
        var length = route.Points.Zip(route.Points.Skip(1)).Sum(step => sea.Points[Math.Min(step.First, step.Second)].MicrometresTo(sea.Points[Math.Max(step.First, step.Second)]));
        Assert.Equal(route.Micrometres, length);
    }
}
