using System.Globalization;
using System.Text.Json;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Scenarios.Sea;

/// <summary>Routes over the public network of sea lanes, against answers that others computed on it.</summary>
public sealed class RouteTests(SeaWorld world) : IClassFixture<SeaWorld>
{
    private const double Tolerance = 0.005;

    [SharedDataFact(SeaWorld.Routes)]
    public async Task Worked_routes_have_their_length_passages_and_gates()
    {
        foreach (var expected in Worked())
        {
            var request = new FindRouteRequest { From = expected.Origin, To = expected.Destination, Closed = { expected.Closed }, WithPoints = true, Question = new() { Read = world.Session.Read } };
            var response = await world.Session.Exposure.FindRouteAsync(request);
            Check(expected, response);
        }
    }

    [SharedDataFact(SeaWorld.Routes)]
    public async Task The_command_line_answers_them_alike()
    {
        foreach (var expected in Worked())
        {
            string[] close = expected.Closed.Count > 0 ? ["--close", string.Join(',', expected.Closed)] : [];
            var run = await world.RunAsync(["route", "--from", expected.Origin, "--to", expected.Destination, .. close, "--points", "--json"]);
            Assert.True(run.ExitCode == 0, run.Error);
            Check(expected, FindRouteResponse.Parser.ParseJson(run.Out));
        }
    }

    [SharedDataFact(SeaWorld.Routes)]
    public async Task The_command_line_tells_length_days_and_passages_to_people()
    {
        var run = await world.RunAsync("route", "--from", "TWKHH", "--to", "NLRTM", "--close", "chokepoint:suez", "--speed", "18");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("24,710.6 km, 30.89 days at 18 knots", run.Out, StringComparison.Ordinal);
        Assert.Contains("Passes: sunda, south_africa, [dover]", run.Out, StringComparison.Ordinal);

        var none = await world.RunAsync("route", "--from", "AEDXB", "--to", "JPYOK", "--close", "hormuz");
        Assert.Equal(0, none.ExitCode);
        Assert.Contains("No way by sea is open.", none.Out, StringComparison.Ordinal);
    }

    [SharedDataFact(SeaWorld.Lanes)]
    public async Task The_same_files_again_change_nothing_and_faulty_features_are_told_by_place()
    {
        Assert.Contains("4,110 lanes, 3,923 ports", world.Imported.Error, StringComparison.Ordinal);
        Assert.Contains("features[942].properties.port: \"EG\": a UN/LOCODE is", world.Imported.Error, StringComparison.Ordinal);
        Assert.Contains("Apache License 2.0", world.Imported.Error, StringComparison.Ordinal);
        Assert.Contains("actors: 0 created, 0 replaced, ", (await world.ImportAsync()).Out, StringComparison.Ordinal);
    }

    [SharedDataFact(SeaWorld.Lanes)]
    public async Task A_port_is_a_facility_in_its_state()
    {
        var port = (await world.Session.Actors.GetActorAsync(new GetActorRequest { Id = "facility:port-nlrtm" })).Actor;
        Assert.Equal(("Rotterdam", "NLRTM"), (port.Names[0].Text, port.UnLocode));
        var place = await world.Session.Actors.ListRelationsAsync(new() { Ids = { "located-in:port-nlrtm" } });
        Assert.Equal("state:NL", Assert.Single(place.Relations).ToId);
    }

    [SharedDataFact(SeaWorld.Lanes)]
    public async Task A_scenario_that_shuts_a_strait_reroutes_and_the_difference_is_told()
    {
        var question = new Question
        {
            Read = world.Session.Read,
            Scenarios = { new Scenario { Changes = { new ScenarioChange { CloseChokepoint = new ChokepointClosure { ChokepointId = "chokepoint:taiwan-strait" } } } } },
        };
        var response = await world.Session.Exposure.FindRouteAsync(new FindRouteRequest { From = "TWKEL", To = "MYPKG", Question = question });

        Assert.Equal(("3923.2", "3984.9"), (response.Route.DistanceKm, response.UnderScenario.Route.DistanceKm));
        Assert.Equal("61.7", response.Differences.Single(difference => difference.Figure == "distance_km").Change);
    }

    [SharedDataFact(SeaWorld.Lanes)]
    public async Task A_supply_without_stated_transits_passes_what_lies_between_the_main_ports_marked_inferred()
    {
        var question = new Question { AsOf = new() { Year = 2026, Month = 2, Day = 1 }, Read = world.Session.Read };
        var response = await world.Session.Exposure.ListChokepointExposuresAsync(new() { OfId = "firm:nvidia", Question = question });
        Assert.NotEmpty(response.Exposures);
        Assert.True(decimal.Parse(response.Basis.InferredShare, CultureInfo.InvariantCulture) > 0m);
    }

    private static List<(string Origin, string Destination, List<string> Closed, double? DistanceKm, List<string> Passages, List<string> Gates)> Worked()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(SharedData.PathOf(SeaWorld.Routes)));
        return [.. file.RootElement.GetProperty("routes").EnumerateArray().Select(route => (
            route.GetProperty("origin").GetString()!, route.GetProperty("destination").GetString()!, Texts(route, "closed"),
            route.GetProperty("distance_km") is { ValueKind: JsonValueKind.Number } distance ? distance.GetDouble() : (double?)null, Texts(route, "passages"), Texts(route, "gates")))];
    }

    private static List<string> Texts(JsonElement route, string name) => [.. route.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static void Check(
        (string Origin, string Destination, List<string> Closed, double? DistanceKm, List<string> Passages, List<string> Gates) expected, FindRouteResponse response)
    {
        var what = $"{expected.Origin} to {expected.Destination} without {string.Join(", ", expected.Closed)}";
        Assert.True(expected.DistanceKm is null == response.Route is null, what);
        if (expected.DistanceKm is not { } distance || response.Route is not { } route)
            return;
        Assert.True(Math.Abs(double.Parse(route.DistanceKm, CultureInfo.InvariantCulture) - distance) <= Tolerance * distance, $"{what}: {route.DistanceKm}");
        Assert.Equal(expected.Passages.Order(), route.Passages.Where(passage => !passage.Gate).Select(passage => passage.Label).Order());
        Assert.Equal(expected.Gates.Order(), route.Passages.Where(passage => passage.Gate).Select(passage => passage.Label).Order());
        Assert.All(route.Passages, passage => Assert.StartsWith("chokepoint:", passage.ChokepointId, StringComparison.Ordinal));
        Assert.True(route.Points.Count > 1, what);
    }
}
