using GeoGraph.Exposure.Sea;

namespace GeoGraph.UnitTests.Exposure.Sea;

/// <summary>
/// An invented sea. Lengths along the equator are those of the circle: a degree is 111.195 km.
/// <code>
///          (0,10) ------- canal ------- (10,10)
///            |                             |
///  AAAAA = (0,0) --- (4,0) --- (6,0) --- (10,0) = BBBBB
///                        strait: a gate at 5 E
///            |                             |
///          (0,-20) -------- cape ------ (10,-20)
/// </code>
/// </summary>
public sealed class SeaRouteTests
{
    private static readonly SeaNetwork Sea = new Chart()
        .Lane(null, (0, 0), (4, 0), (6, 0), (10, 0))
        .Lane(null, (0, 0), (0, 10))
        .Lane("canal", (0, 10), (10, 10))
        .Lane(null, (10, 10), (10, 0))
        .Lane(null, (0, 0), (0, -20))
        .Lane("cape", (0, -20), (10, -20))
        .Lane(null, (10, -20), (10, 0))
        .Gate("strait", (5, 1), (5, -1))
        .Strait("the-canal", "canal")
        .Port("AAAAA", 0, 0).Port("BBBBB", 10, 0)
        .Network();

    [Fact]
    public void The_shortest_way_runs_through_the_gate_and_is_as_long_as_the_arc()
    {
        var route = Sea.Route("AAAAA", "BBBBB")!;

        Assert.Equal(Math.PI / 18 * GeoPoint.EarthRadiusKm, (double)Voyage.Km(route.Micrometres), 6);
        Assert.Equal(["strait"], Sea.Passed(route));
        Assert.Equal("0,0 4,0 6,0 10,0", Sea.Through(route));
    }

    [Theory]
    [InlineData(new[] { "strait" }, new[] { "canal" }, "0,0 0,10 10,10 10,0")]
    [InlineData(new[] { "strait", "canal" }, new[] { "cape" }, "0,0 0,-20 10,-20 10,0")]
    [InlineData(new[] { "cape" }, new[] { "strait" }, "0,0 4,0 6,0 10,0")]
    public void What_is_shut_is_gone_round(string[] shut, string[] passed, string through)
    {
        var route = Sea.Route("AAAAA", "BBBBB", shut)!;

        Assert.Equal(passed, Sea.Passed(route));
        Assert.Equal(through, Sea.Through(route));
    }

    [Fact]
    public void Where_every_way_is_shut_there_is_none()
    {
        Assert.Null(Sea.Route("AAAAA", "BBBBB", "strait", "canal", "cape"));
        var ways = new SeaWays(Sea, Sea.Closing("strait", "canal", "cape"));
        Assert.Equal((SeaWays.NoWay, 0), (ways.Micrometres(0, 1), ways.Marks(0, 1)));
    }

    [Fact]
    public void A_port_to_itself_is_no_way_at_all()
    {
        var route = Sea.Route("AAAAA", "AAAAA", "strait")!;
        Assert.Equal((0L, 1, 0), (route.Micrometres, route.Points.Count, route.Marks.Count));
    }

    [Fact]
    public void Marks_are_told_in_the_order_in_which_they_are_met_and_once()
    {
        var sea = new Chart()
            .Lane("b", (0, 0), (1, 0)).Lane(null, (1, 0), (2, 0)).Lane("a", (2, 0), (3, 0)).Lane("b", (3, 0), (4, 0))
            .Gate("g", (1.5m, 1), (1.5m, -1)).Port("AAAAA", 0, 0).Port("BBBBB", 4, 0).Network();

        Assert.Equal(["b", "g", "a"], sea.Passed(sea.Route("AAAAA", "BBBBB")!));
        Assert.Equal(["b", "a", "g"], sea.Passed(sea.Route("BBBBB", "AAAAA")!));
    }

    [Fact]
    public void The_northwest_passage_is_always_shut()
    {
        var sea = new Chart().Lane("northwest", (0, 0), (10, 0)).Lane(null, (0, 0), (5, 5), (10, 0)).Port("AAAAA", 0, 0).Port("BBBBB", 10, 0).Network();

        Assert.Equal("0,0 5,5 10,0", sea.Through(sea.Route("AAAAA", "BBBBB")!));
    }

    [Fact]
    public void Longitudes_180_and_minus_180_are_one_point_and_nothing_there_crosses_a_gate()
    {
        var sea = new Chart().Lane(null, (170, 0), (180, 0)).Lane(null, (-180, 0), (-170, 0)).Lane(null, (175, 20), (-175, 20))
            .Gate("zero", (0, 30), (0, -30)).Port("AAAAA", 170, 0).Port("BBBBB", -170, 0).Port("CCCCC", 175, 20).Port("DDDDD", -175, 20).Network();

        Assert.Equal(Math.PI / 9 * GeoPoint.EarthRadiusKm, (double)Voyage.Km(sea.Route("AAAAA", "BBBBB", "zero")!.Micrometres), 6);
        Assert.NotNull(sea.Route("CCCCC", "DDDDD", "zero"));
        Assert.Equal(5, sea.Points.Length);
    }

    [Fact]
    public void Of_two_ways_of_one_length_the_same_is_taken_however_it_is_looked_for()
    {
        // A ladder that is the same north and south of the equator.
        var chart = new Chart().Port("AAAAA", 0, 0).Port("BBBBB", 30, 0);
        for (var x = 0; x < 30; x += 10)
            chart.Lane("north", (x, 0), (x + 5, 5), (x + 10, 0)).Lane("south", (x, 0), (x + 5, -5), (x + 10, 0));
        var sea = chart.Network();

        var route = sea.Route("AAAAA", "BBBBB")!;

        Assert.Equal("0,0 5,-5 10,0 15,-5 20,0 25,-5 30,0", sea.Through(route));
        Assert.Equal(["south"], sea.Sets[sea.Ways.Marks(0, 1)].ToArray().Select(mark => sea.Marks[mark].Label));
    }

    [Fact]
    public void A_label_closes_its_lane_and_not_one_without_label_beside_it()
    {
        var sea = new Chart().Lane("suez", (0, 0), (1, 0)).Lane(null, (0, 0), (1, 0)).Port("AAAAA", 0, 0).Port("BBBBB", 1, 0).Network();

        Assert.Empty(sea.Passed(sea.Route("AAAAA", "BBBBB")!));
        Assert.NotNull(sea.Route("AAAAA", "BBBBB", "suez"));
    }

    [Fact]
    public void A_port_joins_the_lanes_at_the_nearest_point_and_the_way_there_is_told_apart()
    {
        var sea = new Chart().Lane(null, (0, 0), (10, 0), (20, 0)).Port("AAAAA", 1, 1).Port("BBBBB", 14, 1).Port("CCCCC", 179, 80).Network();

        Assert.Equal(["0,0", "10,0", "20,0"], sea.PointOfPort.Select(point => $"{sea.Points[point].LongitudeText},{sea.Points[point].LatitudeText}").Order());
        Assert.Equal(Math.PI / 18 * GeoPoint.EarthRadiusKm, (double)Voyage.Km(sea.Route("AAAAA", "BBBBB")!.Micrometres), 6);
        Assert.InRange((double)Voyage.Km(sea.OffLane(0)), 157.2, 157.3);
    }

    [Fact]
    public void A_port_across_the_longitude_of_180_degrees_is_near()
    {
        var sea = new Chart().Lane(null, (179.9m, 0), (100, 0)).Port("AAAAA", -179.9m, 0).Network();
        Assert.Equal("179.9", sea.Points[sea.PointOfPort[0]].LongitudeText);
    }

    [Fact]
    public void Of_several_ports_with_one_code_the_one_of_the_least_id_counts()
    {
        var chart = new Chart().Lane(null, (0, 0), (9, 0)).Port("AAAAA", 0, 0).ToChart();
        var other = new SeaPort(GeoGraph.Core.EntityId.Parse("facility:a"), "AAAAA", "Other", Chart.At(9, 0));

        var sea = SeaNetworkBuilder.Build(chart with { Ports = [.. chart.Ports, other] });

        Assert.Equal("Other", Assert.Single(sea.Ports).Name);
    }

    [Fact]
    public void A_sea_without_lanes_has_no_way()
    {
        var sea = new Chart().Port("AAAAA", 0, 0).Port("BBBBB", 1, 1).Network();

        Assert.False(sea.HasLanes);
        Assert.Null(sea.Route("AAAAA", "BBBBB"));
        Assert.Equal(SeaWays.NoWay, sea.Ways.Micrometres(0, 1));
    }

    [Fact]
    public void Days_follow_from_knots() => Assert.Equal(10m, Voyage.Days(6_222_720_000_000, 14m));
}
