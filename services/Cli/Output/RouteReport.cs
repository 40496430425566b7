using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Output;

/// <summary>A way by sea, on the screen.</summary>
internal static class RouteReport
{
    /// <summary>The way, or that none is open.</summary>
    public static void Show(Screen screen, FindRouteResponse response)
    {
        screen.Heading($"{Name(response.From)} to {Name(response.To)}");
        if (response.Route is { } route)
            Show(screen, route, ParameterOf(response.Basis, "speed_knots"));
        else
            screen.Line("No way by sea is open.");
        if (response.UnderScenario is { } other)
            screen.Line(other.Route is { } assumed ? $"Under the scenario: {Output.Show.Number(assumed.DistanceKm)} km, {Output.Show.Number(assumed.Days)} days, {Passages(assumed.Passages)}" : "Under the scenario no way by sea is open.");
        foreach (var unknown in response.Basis.Unknown)
            screen.Bullet($"Unknown: {unknown}");
        screen.Note($"{response.Basis.Measure}: {response.Basis.Formula}");
        screen.Note($"Always shut: {string.Join(", ", response.AlwaysClosed)}. From port to lane, not counted: {OffLane(response.From)}, {OffLane(response.To)}. State {response.Basis.RevisionToken}");
    }

    /// <summary>Passages in a line, gates in brackets.</summary>
    public static string Passages(IEnumerable<Passage> passages) => string.Join(", ", passages.Select(passage => passage.Gate ? $"[{passage.Label}]" : passage.Label)) is { Length: > 0 } text ? text : "open sea";

    private static void Show(Screen screen, Route route, string knots)
    {
        screen.Line($"{Output.Show.Number(route.DistanceKm)} km, {Output.Show.Number(route.Days)} days at {knots} knots");
        screen.Line($"Passes: {Passages(route.Passages)}");
        if (route.Points.Count > 0)
            screen.Table([">Latitude", ">Longitude"], route.Points.Select(point => new[] { point.Latitude, point.Longitude }), "");
    }

    private static string ParameterOf(Basis basis, string name) => basis.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Value ?? "";

    private static string Name(Port port) => port.Name.Length > 0 ? $"{port.Name} ({port.UnLocode})" : port.UnLocode;

    private static string OffLane(Port port) => $"{port.UnLocode} {Output.Show.Number(port.OffLaneKm)} km";
}
