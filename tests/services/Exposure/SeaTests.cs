using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Exposure.V1;
using GeoGraph.ServiceTests.Actors;
using Google.Rpc;
using Grpc.Core;
using ActorChange = GeoGraph.Contracts.Actors.V1.ActorChange;

namespace GeoGraph.ServiceTests.Exposure;

/// <summary>
/// Routes and closures over gRPC on a drawn sea, which is written into actors beside the small world.
/// <code>
///   TWKHH = (10,0) --- strait, a gate --- (20,0) = MYPKG
///              \                        /
///              (10,10) -- long-way --- (20,10)
/// </code>
/// </summary>
public sealed class SeaTests : IAsyncLifetime
{
    private readonly ExposureWorld _world = new();

    public Task InitializeAsync() => _world.InitializeAsync();

    public Task DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Without_lanes_routes_are_refused_with_what_is_missing()
    {
        var refused = await _world.Exposure.FindRouteAsync(new FindRouteRequest { From = "TWKHH", To = "MYPKG", Question = _world.Ask() }).RefusedAsync();

        Assert.Equal((StatusCode.FailedPrecondition, "DATA_MISSING"), (refused.StatusCode, refused.Reason()));
        Assert.Contains("geograph import sea", refused.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_route_is_found_as_soon_as_lanes_are_written_and_follows_their_changes()
    {
        await _world.WriteAsync(Sea());
        var route = await RouteAsync();
        Assert.Equal(("1112", "1.79"), (route.Route.DistanceKm, route.Route.Days));
        Assert.Equal([("strait", true, "chokepoint:strait")], route.Route.Passages.Select(passage => (passage.Label, passage.Gate, passage.ChokepointId)));
        Assert.Equal(("facility:port-twkhh", "Kaohsiung", "0"), (route.From.ActorId, route.From.Name, route.From.OffLaneKm));
        Assert.Equal(["northwest"], route.AlwaysClosed);

        await _world.WriteAsync(new ActorChange { DeleteId = "lane:strait" });
        Assert.Equal(["long-way"], (await RouteAsync()).Route.Passages.Select(passage => passage.Label));

        await _world.WriteAsync(new ActorChange { DeleteId = "lane:long" });
        Assert.Null((await RouteAsync()).Route);
    }

    [Theory]
    [InlineData("strait")]
    [InlineData("chokepoint:strait")]
    public async Task What_is_shut_by_name_or_id_is_gone_round(string closed)
    {
        await _world.WriteAsync(Sea());
        var response = await _world.Exposure.FindRouteAsync(new FindRouteRequest { From = "state:TW", To = "MYPKG", Closed = { closed }, WithPoints = true, SpeedKnots = "28", Question = _world.Ask() });

        Assert.Equal(["long-way"], response.Route.Passages.Select(passage => passage.Label));
        Assert.Equal([("0", "10"), ("10", "10"), ("10", "20"), ("0", "20")], response.Route.Points.Select(point => (point.Latitude, point.Longitude)));
        Assert.Equal("28", response.Basis.Parameters.Single(parameter => parameter.Name == "speed_knots").Value);
    }

    [Fact]
    public async Task Transits_are_inferred_once_lanes_and_main_ports_are_there_and_counted_as_inferred()
    {
        await _world.WriteAsync(Sea());
        await _world.WriteAsync(Write.Actor("firm:TW_NEW"), Write.Actor("firm:MY_NEW"), Located("TW_NEW", "TW"), Located("MY_NEW", "MY"), Flow());

        var response = await _world.Exposure.ListChokepointExposuresAsync(new() { OfId = "firm:MY_NEW", Question = _world.Ask() });

        var exposure = Assert.Single(response.Exposures);
        Assert.Equal(("chokepoint:strait", "1"), (exposure.ChokepointId, exposure.Share));
        Assert.Equal("1", response.Basis.InferredShare);
        Assert.True(Assert.Single(exposure.Chains).Inferred);
    }

    [Fact]
    public async Task A_closure_tells_what_goes_round_and_a_scenario_the_difference()
    {
        await _world.WriteAsync(Sea());
        await _world.WriteAsync(Write.Actor("firm:TW_NEW"), Write.Actor("firm:MY_NEW"), Located("TW_NEW", "TW"), Located("MY_NEW", "MY"), Flow());
        var request = new AssessClosureRequest { ChokepointIds = { "chokepoint:strait" }, OfId = "firm:MY_NEW", CostPerKm = "0.0001", Days = "73", Question = _world.Ask() };

        var response = await _world.Exposure.AssessClosureAsync(request);
        var flow = Assert.Single(response.Flows);
        Assert.Equal((false, "365", "1"), (flow.Lost, flow.ValueUsdPerYear, flow.Share));
        Assert.Equal(["long-way"], flow.Passages.Select(passage => passage.Label));
        Assert.Equal(("0", "73"), (response.LostUsd, response.ReroutedUsd));
        Assert.Equal(["chokepoint:long", "chokepoint:strait"], response.Loads.Select(load => load.ChokepointId));
        // The long way is 20 degrees of meridian and 1095 km: 2207 km more, each at a ten-thousandth of 365 USD.
        Assert.Equal("2207", flow.ExtraKm);
        Assert.StartsWith("80.5", flow.ExtraCostUsdPerYear, StringComparison.Ordinal);

        request.Question.Scenarios.Add(new Scenario { Changes = { new ScenarioChange { CloseChokepoint = new ChokepointClosure { ChokepointId = "chokepoint:long" } } } });
        response = await _world.Exposure.AssessClosureAsync(request);
        Assert.Equal(("0", "73"), (response.LostUsd, response.UnderScenario.LostUsd));
        Assert.Equal("no way by sea is open from TWKHH to MYPKG", Assert.Single(response.UnderScenario.Flows).Reason);
        Assert.Equal("73", response.Differences.Single(difference => difference.Figure == "lost_usd").Change);
    }

    [Fact]
    public async Task A_scenario_that_shuts_a_strait_moves_the_exposure_to_the_other_way()
    {
        await _world.WriteAsync(Sea());
        await _world.WriteAsync(Write.Actor("firm:TW_NEW"), Write.Actor("firm:MY_NEW"), Located("TW_NEW", "TW"), Located("MY_NEW", "MY"), Flow());
        var question = _world.Ask();
        question.Scenarios.Add(new Scenario { Changes = { new ScenarioChange { CloseChokepoint = new ChokepointClosure { ChokepointId = "chokepoint:strait" } } } });

        var response = await _world.Exposure.ListChokepointExposuresAsync(new() { OfId = "firm:MY_NEW", Question = question });

        Assert.Equal("chokepoint:strait", Assert.Single(response.Exposures).ChokepointId);
        Assert.Contains(response.UnderScenario.Exposures, exposure => exposure is { ChokepointId: "chokepoint:long", Share: "1" });
        Assert.DoesNotContain(response.UnderScenario.Exposures, exposure => exposure is { ChokepointId: "chokepoint:strait", Share: not "0" });
    }

    [Fact]
    public async Task Every_field_of_a_route_that_breaks_its_rule_is_named()
    {
        await _world.WriteAsync(Sea());
        var refused = await _world.Exposure.FindRouteAsync(new FindRouteRequest { SpeedKnots = "61" }).RefusedAsync();
        Assert.Equal(["from", "to", "speed_knots"], refused.Fields());

        refused = await _world.Exposure.FindRouteAsync(new FindRouteRequest { From = "TWKHH", To = "MYPKG", Closed = { "strait", "atlantis", "" }, Question = _world.Ask() }).RefusedAsync();
        Assert.Equal(["closed[1]", "closed[2]"], refused.Fields());

        refused = await _world.Exposure.FindRouteAsync(new FindRouteRequest { From = "state:DE", To = "chokepoint:strait", Question = _world.Ask() }).RefusedAsync();
        Assert.Equal(["to"], refused.Fields());
    }

    [Theory]
    [InlineData("ZZZZZ", StatusCode.NotFound)]
    [InlineData("state:ZZ", StatusCode.NotFound)]
    [InlineData("state:DE", StatusCode.InvalidArgument)]
    [InlineData("state:", StatusCode.InvalidArgument)]
    public async Task An_end_without_a_port_is_refused(string from, StatusCode expected)
    {
        await _world.WriteAsync(Sea());
        var refused = await _world.Exposure.FindRouteAsync(new FindRouteRequest { From = from, To = "MYPKG", Question = _world.Ask() }).RefusedAsync();
        Assert.Equal(expected, refused.StatusCode);
    }

    [Fact]
    public async Task A_route_with_too_much_shut_is_refused_with_the_numbers()
    {
        var request = new FindRouteRequest { From = "TWKHH", To = "MYPKG", Question = _world.Ask() };
        request.Closed.Add(Enumerable.Repeat("strait", 101));
        var refused = await _world.Exposure.FindRouteAsync(request).RefusedAsync();
        Assert.Equal(("LIMIT_EXCEEDED", "101", "100"), (refused.Reason(), refused.Detail<ErrorInfo>().Metadata["given"], refused.Detail<ErrorInfo>().Metadata["allowed"]));
    }

    [Fact]
    public async Task Every_field_of_a_closure_that_breaks_its_rule_is_named()
    {
        var refused = await _world.Exposure.AssessClosureAsync(new AssessClosureRequest { SpeedKnots = "0", CostPerKm = "-1", Days = "0", Question = _world.Ask() }).RefusedAsync();
        Assert.Equal(["chokepoint_ids", "cost_per_km", "days", "speed_knots"], refused.Fields().Order());

        refused = await _world.Exposure.AssessClosureAsync(new AssessClosureRequest { ChokepointIds = { "chokepoint:atlantis" }, Question = _world.Ask() }).RefusedAsync();
        Assert.Equal("NOT_FOUND", refused.Reason());

        refused = await _world.Exposure.AssessClosureAsync(new AssessClosureRequest { ChokepointIds = { "state:TW" }, Question = _world.Ask() }).RefusedAsync();
        Assert.Equal(["chokepoint_ids[0]"], refused.Fields());
    }

    [Fact]
    public async Task The_small_world_loses_what_passes_the_taiwan_strait_where_no_lanes_are()
    {
        var response = await _world.Exposure.AssessClosureAsync(new AssessClosureRequest { ChokepointIds = { "chokepoint:taiwan-strait" }, Question = _world.Ask() });

        Assert.All(response.Flows, flow => Assert.True(flow.Lost));
        Assert.Contains(response.Flows, flow => flow is { RelationId: "supplies:TW_FAB-MY_OSAT", Share: "0.5", ValueUsdPerYear: "40" });
        Assert.Contains(response.Flows, flow => flow is { RelationId: "supplies:KR_FAB-MY_OSAT", Share: "1", ValueUsdPerYear: "20" });
    }

    private async Task<FindRouteResponse> RouteAsync() =>
        await _world.Exposure.FindRouteAsync(new FindRouteRequest { From = "TWKHH", To = "mypkg", Question = new() { Read = new() { AtLeast = _world.Token } } });

    private static ActorChange[] Sea()
    {
        var gate = Write.Actor("chokepoint:strait");
        gate.Actor.Path.Add([Point("1", "15"), Point("-1", "15")]);
        var label = Write.Actor("chokepoint:long");
        label.Actor.Passages.Add("long-way");
        return
        [
            gate, label, Port("twkhh", "Kaohsiung", "10"), Port("mypkg", "Port Klang", "20"), State("TW", "TWKHH"), State("MY", "MYPKG"),
            Lane("strait", "", Point("0", "10"), Point("0", "20")), Lane("west", "", Point("0", "10"), Point("10", "10")),
            Lane("long", "long-way", Point("10", "10"), Point("10", "20")), Lane("east", "", Point("10", "20"), Point("0", "20")),
        ];
    }

    private static ActorChange Lane(string name, string passage, params Coordinates[] path)
    {
        var lane = new Actor { Id = "lane:" + name, Path = { path } };
        if (passage.Length > 0)
            lane.Passages.Add(passage);
        return new ActorChange { Actor = lane };
    }

    private static ActorChange Port(string code, string name, string longitude)
    {
        var port = Write.Actor("facility:port-" + code, name);
        (port.Actor.UnLocode, port.Actor.Coordinates) = (code.ToUpperInvariant(), Point("0", longitude));
        return port;
    }

    private static ActorChange State(string code, string port)
    {
        var state = Write.Actor("state:" + code);
        state.Actor.MainPort = port;
        return state;
    }

    private static ActorChange Located(string firm, string state) => Write.Relation(RelationType.LocatedIn, $"located-in:{firm}", $"firm:{firm}", $"state:{state}");

    private static ActorChange Flow()
    {
        var flow = Write.Supply("new", "firm:TW_NEW", "firm:MY_NEW", "chip", "365");
        flow.Relation.ProductId = SmallWorld.Chip;
        return flow;
    }

    private static Coordinates Point(string latitude, string longitude) => new() { Latitude = latitude, Longitude = longitude };
}
