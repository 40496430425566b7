using GeoGraph.Contracts.Actors.V1;
using Grpc.Core;

namespace GeoGraph.ServiceTests.Actors;

public sealed class SeaTests : ActorsTest
{
    [Fact]
    public async Task Lanes_ports_and_gates_come_back_as_they_were_written_and_lanes_need_no_name()
    {
        var lane = Lane("lane:a", ("1.5", "179.1234567"), ("0", "180"));
        lane.Actor.Passages.Add("south_africa");
        var port = Write.Actor("facility:port-nlrtm", "Rotterdam");
        (port.Actor.UnLocode, port.Actor.Coordinates) = ("NLRTM", Point("51.9", "4.5"));
        var strait = Write.Actor("chokepoint:hormuz", "Hormuz");
        strait.Actor.Path.Add([Point("26.4", "56.4"), Point("27.1", "56.35")]);
        strait.Actor.Passages.Add(["ormuz", "ormuz-east"]);
        await WriteAsync(lane, port, strait);

        foreach (var written in new[] { lane, port, strait })
        {
            var read = await Client.GetActorAsync(new GetActorRequest { Id = written.Actor.Id });
            Assert.Equal((written.Actor.UnLocode, written.Actor.Path, written.Actor.Passages), (read.Actor.UnLocode, read.Actor.Path, read.Actor.Passages));
            Assert.Equal(written.Actor.Names, read.Actor.Names);
        }
    }

    [Fact]
    public async Task Columns_say_where_actors_lie()
    {
        var lane = Lane("lane:a", ("1.5", "100"), ("2", "101"));
        lane.Actor.Passages.Add("malacca");
        var port = Write.Actor("facility:port-nlrtm", "Rotterdam");
        (port.Actor.UnLocode, port.Actor.Coordinates) = ("NLRTM", Point("51.9", "4.5"));
        await WriteAsync(lane, port, Write.Actor("firm:a"));

        using var export = Client.ExportActors(new ExportActorsRequest { Columns = true });
        var parts = await export.ResponseStream.ReadAllAsync().ToListAsync();

        var columns = parts.Single(part => part.ActorColumns is not null).ActorColumns;
        string Text(uint index) => columns.Strings[(int)index];
        Assert.Equal(["facility:port-nlrtm", "firm:a", "lane:a"], columns.Ids.Select(Text));
        Assert.Equal([ActorKind.Facility, ActorKind.Firm, ActorKind.Lane], columns.Kinds);
        Assert.Equal(["NLRTM", "", ""], columns.UnLocodes.Select(Text));
        Assert.Equal([1u, 0u, 2u], columns.PointCounts);
        Assert.Equal(["51.9", "1.5", "2"], columns.PointLatitudes.Select(Text));
        Assert.Equal(["4.5", "100", "101"], columns.PointLongitudes.Select(Text));
        Assert.Equal([0u, 0u, 1u], columns.PassageCounts);
        Assert.Equal(["malacca"], columns.Passages.Select(Text));
    }

    [Fact]
    public async Task Every_rule_of_the_sea_that_is_broken_is_named_at_once()
    {
        var lane = Lane("lane:a", ("91", "-181"));
        lane.Actor.Passages.Add(["suez", "Panama Canal"]);
        var strait = Write.Actor("chokepoint:x");
        strait.Actor.Path.Add([Point("1", "179"), Point("2", "-179")]);
        strait.Actor.Passages.Add(["a", "a"]);
        var gate = Write.Actor("chokepoint:y");
        gate.Actor.Path.Add([Point("1", "1"), Point("1", "1")]);
        var firm = Write.Actor("firm:a");
        (firm.Actor.UnLocode, firm.Actor.MainPort) = ("nlrtm", "NL");
        firm.Actor.Path.Add(Point("1", "1"));
        firm.Actor.Passages.Add("suez");

        var refused = await Client.UpsertActorsAsync(new UpsertActorsRequest { Changes = { lane, strait, gate, firm } }).RefusedAsync();

        string[] expected =
        [
            "changes[0].actor.path[0].latitude", "changes[0].actor.path[0].longitude", "changes[0].actor.path", "changes[0].actor.passages", "changes[0].actor.passages[1]",
            "changes[1].actor.path", "changes[1].actor.passages[1]", "changes[2].actor.path",
            "changes[3].actor.un_locode", "changes[3].actor.un_locode", "changes[3].actor.main_port", "changes[3].actor.path", "changes[3].actor.passages",
        ];
        Assert.Equal(expected.Order(), refused.Fields().Order());
    }

    private static ActorChange Lane(string id, params (string Latitude, string Longitude)[] points)
    {
        var lane = new Actor { Id = id };
        lane.Path.Add(points.Select(point => Point(point.Latitude, point.Longitude)));
        return new ActorChange { Actor = lane };
    }

    private static Coordinates Point(string latitude, string longitude) => new() { Latitude = latitude, Longitude = longitude };
}
