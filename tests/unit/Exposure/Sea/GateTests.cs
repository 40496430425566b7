using GeoGraph.Exposure.Sea;

namespace GeoGraph.UnitTests.Exposure.Sea;

public sealed class GateTests
{
    [Theory]
    [InlineData("a lane through it", 0, 0, 10, 0, true)]
    [InlineData("slanting", 4, -3, 6, 3, true)]
    [InlineData("ends on it", 0, 0, 5, 0, false)]
    [InlineData("runs along it", 5, -2, 5, 2, false)]
    [InlineData("passes north of it", 0, 6, 10, 6, false)]
    [InlineData("touches its end", 0, 5, 10, 5, false)]
    [InlineData("stops short of it", 0, 0, 4.9999999, 0, false)]
    [InlineData("reaches just over it", 0, 0, 5.0000001, 0, true)]
    public void A_lane_crosses_a_gate_properly_or_not_at_all(string how, double fromX, double fromY, double toX, double toY, bool crosses)
    {
        var gate = (Chart.At(5, -5), Chart.At(5, 5));
        var (from, to) = (Chart.At((decimal)fromX, (decimal)fromY), Chart.At((decimal)toX, (decimal)toY));

        Assert.True(GateCrossing.Crosses(from, to, gate) == crosses, how);
        Assert.Equal(crosses, GateCrossing.Crosses(to, from, gate));
        Assert.Equal(crosses, GateCrossing.Crosses(from, to, (gate.Item2, gate.Item1)));
    }

    [Fact]
    public void What_spans_the_longitude_of_180_degrees_crosses_nothing()
    {
        var gate = (Chart.At(0, -5), Chart.At(0, 5));
        Assert.False(GateCrossing.Crosses(Chart.At(-170, 0), Chart.At(170, 0), gate));
        Assert.True(GateCrossing.Crosses(Chart.At(-90, 0), Chart.At(90, 0), gate));
    }
}
