using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Sea;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>Questions of sea routes: called, and answered as the contract writes it.</summary>
internal static class RouteMapping
{
    private const int KmPlaces = 1;
    private const int DayPlaces = 2;
    private const string SpeedRule = "a speed lies between 1 and 60 knots";

    private static readonly Measure ShortestWay = new(
        "sea-route",
        "the least sum of great-circle lengths (haversine, radius 6371.0088 km) over open stretches between the points nearest to the ports",
        "The way from a port to the lanes is told and not counted; ways are for reckoning, not for navigation.");

    /// <summary>A speed; null where none is stated.</summary>
    public static decimal? ReadKnots(this RequestFields fields, string text) => fields.Decimal("speed_knots", text, SpeedRule, 1m, 60m);

    /// <summary>The question with a date: lanes are of no date, so that none need be given.</summary>
    public static Wire.Question Dated(Wire.Question? question)
    {
        var dated = question?.Clone() ?? new Wire.Question();
        dated.AsOf ??= DateOnly.MaxValue.ToWire();
        return dated;
    }

    public static Wire.FindRouteResponse Answer(OpenedQuestion side, Wire.FindRouteRequest request, RouteEnds ends, decimal knots)
    {
        var sea = side.Loaded.Sea;
        var (from, to) = (ends.From.PortOn(side), ends.To.PortOn(side));
        var unmapped = new List<string>();
        var closure = SeaClosure.Of(sea, Closed(side, request, unmapped));
        var route = SeaRoutes.Find(sea, from, to, closure);
        var answer = new Wire.FindRouteResponse
        {
            From = ToWire(sea, from),
            To = ToWire(sea, to),
            AlwaysClosed = { SeaNetwork.AlwaysClosed },
            Route = route is null ? null : ToWire(side, route, knots, request.WithPoints),
            Basis = side.ToBasis(ShortestWay, new Completeness(PrunedBy.Nothing, sea.Points.Length, sea.Stretches.Count), [], unmapped, false, ("speed_knots", DecimalText.Print(knots))),
        };
        if (request.Question?.AsOf is null)
            answer.Basis.AsOf = null;
        return answer;
    }

    /// <summary>The figures of an answer.</summary>
    public static IEnumerable<Figure> Figures(Wire.FindRouteResponse answer)
    {
        if (answer.Route is not { } route)
            yield break;
        yield return new Figure("distance_km", route.DistanceKm);
        yield return new Figure("days", route.Days);
        foreach (var passage in route.Passages)
            yield return Figure.Listed(passage.Gate ? "gate" : "passage", passage.Label);
    }

    /// <summary>Passages in order.</summary>
    public static IEnumerable<Wire.Passage> ToWire(this IEnumerable<int> marks, SeaNetwork sea, CompiledGraph graph) => marks.Select(mark => new Wire.Passage
    {
        Label = sea.Marks[mark].Label,
        Gate = sea.Marks[mark].IsGate,
        ChokepointId = sea.Marks[mark].Chokepoints.Where(id => graph.FindNode(id) is not null).Select(id => id.Value).FirstOrDefault("") ?? "",
    });

    /// <summary>A length in kilometres, to one place.</summary>
    public static string KmText(long micrometres) => DecimalText.Print(decimal.Round(Voyage.Km(micrometres), KmPlaces, MidpointRounding.ToEven));

    /// <summary>Days at a speed, to two places.</summary>
    public static string DaysText(long micrometres, decimal knots) => DecimalText.Print(decimal.Round(Voyage.Days(micrometres, knots), DayPlaces, MidpointRounding.ToEven));

    private static List<int> Closed(OpenedQuestion side, Wire.FindRouteRequest request, List<string> unmapped)
    {
        var marks = side.Loaded.Sea.Marks;
        var closed = new List<int>();
        for (var i = 0; i < request.Closed.Count; i++)
        {
            var name = request.Closed[i];
            var id = EntityId.TryParse(name, out var given) ? given : EntityId.TryParse("chokepoint:" + name, out var named) ? named : default;
            var chokepoint = side.Loaded.Current(id);
            int[] found = [.. ((int?[])[marks.Label(name), marks.Gate(name)]).OfType<int>(), .. marks.Of(chokepoint)];
            var exists = side.Loaded.Graph.FindNode(chokepoint) is { } node && side.Loaded.Graph.KindOf(node) == NodeKind.Chokepoint;
            if (found.Length == 0 && !exists)
                side.Fields.Violations.Add(RequestFields.At("closed", i), name, "a passage of the lanes, a gate or a chokepoint is named; there are " + Known(marks));
            else if (found.Length == 0)
                unmapped.Add($"{chokepoint} has neither a gate nor labelled lanes, so that shutting it changes no route.");
            closed.AddRange(found);
        }
        side.Fields.ThrowIfAny();
        return closed;
    }

    private static string Known(SeaMarks marks) => string.Join(", ", Enumerable.Range(0, marks.Count).Select(mark => marks[mark].Label));

    private static Wire.Port ToWire(SeaNetwork sea, int port) => new()
    {
        UnLocode = sea.Ports[port].Code,
        ActorId = sea.Ports[port].Id.Value,
        Name = sea.Ports[port].Name,
        OffLaneKm = KmText(sea.OffLane(port)),
    };

    private static Wire.Route ToWire(OpenedQuestion side, SeaRoute route, decimal knots, bool withPoints)
    {
        var wire = new Wire.Route
        {
            DistanceKm = KmText(route.Micrometres),
            Days = DaysText(route.Micrometres, knots),
            Passages = { route.Marks.ToWire(side.Loaded.Sea, side.Loaded.Graph) },
        };
        if (withPoints)
            wire.Points.Add(route.Points.Select(point => side.Loaded.Sea.Points[point]).Select(point => new Wire.RoutePoint { Latitude = point.LatitudeText, Longitude = point.LongitudeText }));
        return wire;
    }
}
