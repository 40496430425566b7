using GeoGraph.Core;
using GeoGraph.Exposure.Sea;

namespace GeoGraph.UnitTests.Exposure.Sea;

/// <summary>Charts written down in few words, in whole or decimal degrees: longitude, then latitude, as on a map.</summary>
internal sealed class Chart
{
    private readonly List<SeaLane> _lanes = [];
    private readonly List<SeaPort> _ports = [];
    private readonly List<SeaStrait> _straits = [];

    public static GeoPoint At(decimal longitude, decimal latitude) => GeoPoint.FromDegrees(latitude, longitude);

    public Chart Lane(string? passage, params (decimal Longitude, decimal Latitude)[] path)
    {
        _lanes.Add(new SeaLane(EntityId.Parse($"lane:{_lanes.Count}"), [.. path.Select(point => At(point.Longitude, point.Latitude))], passage));
        return this;
    }

    public Chart Port(string code, decimal longitude, decimal latitude)
    {
        _ports.Add(new SeaPort(EntityId.Parse($"facility:port-{code.ToLowerInvariant()}"), code, code, At(longitude, latitude)));
        return this;
    }

    public Chart Strait(string name, params string[] passages)
    {
        _straits.Add(new SeaStrait(EntityId.Parse($"chokepoint:{name}"), passages, null));
        return this;
    }

    public Chart Gate(string name, (decimal Longitude, decimal Latitude) from, (decimal Longitude, decimal Latitude) to, params string[] passages)
    {
        _straits.Add(new SeaStrait(EntityId.Parse($"chokepoint:{name}"), passages, (At(from.Longitude, from.Latitude), At(to.Longitude, to.Latitude))));
        return this;
    }

    public SeaChart ToChart() => new(_lanes, _ports, _straits);

    public SeaNetwork Network() => SeaNetworkBuilder.Build(ToChart());
}

/// <summary>Ways in words.</summary>
internal static class Ways
{
    public static SeaRoute? Route(this SeaNetwork network, string from, string to, params string[] shut) =>
        SeaRoutes.Find(network, network.FindPort(from)!.Value, network.FindPort(to)!.Value, network.Closing(shut));

    public static SeaClosure Closing(this SeaNetwork network, params string[] shut) =>
        SeaClosure.Of(network, shut.Select(name => network.Marks.Label(name) ?? network.Marks.Gate(name) ?? throw new ArgumentException(name)));

    public static string[] Passed(this SeaNetwork network, SeaRoute route) => [.. route.Marks.Select(mark => network.Marks[mark].Label)];

    public static string Through(this SeaNetwork network, SeaRoute route) =>
        string.Join(" ", route.Points.Select(point => $"{network.Points[point].LongitudeText},{network.Points[point].LatitudeText}"));
}
