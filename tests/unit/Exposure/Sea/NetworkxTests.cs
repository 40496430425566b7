using System.Globalization;
using System.Text.Json;
using GeoGraph.Cli.Import.Sea;
using GeoGraph.Exposure.Feed;
using GeoGraph.Exposure.Sea;
using GeoGraph.Hosting.Wire;

namespace GeoGraph.UnitTests.Exposure.Sea;

/// <summary>Random routes with random closures over the public network, against networkx.</summary>
public sealed class NetworkxTests
{
    private const string Lanes = "data/sea/marnet_searoute.geojson.gz";
    private const double Tolerance = 1e-6;

    /// <summary>How many routes are compared; GEOGRAPH_ROUTES raises it.</summary>
    private static readonly int s_routes = int.TryParse(Environment.GetEnvironmentVariable("GEOGRAPH_ROUTES"), CultureInfo.InvariantCulture, out var routes) ? routes : 40;

    [PythonFact("networkx", Lanes)]
    public void Random_routes_are_as_long_and_pass_the_same()
    {
        var sea = Published(out var gates);
        var random = new Random(11);
        var asked = Enumerable.Range(0, s_routes).Select(_ => (From: random.Next(sea.Ports.Count), To: random.Next(sea.Ports.Count), Closed: Some(sea, random))).ToList();

        var answers = Ask(JsonSerializer.Serialize(new
        {
            lanes = SharedData.PathOf(Lanes),
            gates,
            questions = asked.Select(question => new { from = At(sea.Ports[question.From]), to = At(sea.Ports[question.To]), closed = question.Closed }),
        }));

        Assert.Equal(asked.Count, answers.Count);
        for (var i = 0; i < asked.Count; i++)
        {
            var what = $"{sea.Ports[asked[i].From].Code} to {sea.Ports[asked[i].To].Code} without {string.Join(", ", asked[i].Closed)}";
            var route = SeaRoutes.Find(sea, asked[i].From, asked[i].To, sea.Closing(asked[i].Closed));
            Assert.True(answers[i].Km is null == route is null, what);
            if (route is null)
                continue;
            Assert.True(Math.Abs((double)Voyage.Km(route.Micrometres) - answers[i].Km!.Value) <= Tolerance * Math.Max(1, answers[i].Km!.Value), what);
            Assert.Equal(answers[i].Passed, sea.Passed(route).Order(StringComparer.Ordinal));
        }
    }

    // Through the importer and the feed, with the gates of the worked routes.
    private static SeaNetwork Published(out Dictionary<string, double[][]> gates)
    {
        var rows = new SeaRows();
        var fields = new RequestFields();
        var files = SeaFiles.Read([SharedData.PathOf(Lanes), SharedData.PathOf("data/sea/ports.geojson.gz")], CancellationToken.None);
        foreach (var change in files.ChangesIn(new HashSet<string>(), out _).Where(change => change.Change.Actor is not null))
        {
            change.Change.Actor.Kind = change.Id.StartsWith("lane:", StringComparison.Ordinal) ? Contracts.Actors.V1.ActorKind.Lane : Contracts.Actors.V1.ActorKind.Facility;
            SeaMapping.ReadInto(rows, change.Change.Actor, fields);
        }
        Assert.True(fields.Violations.None);
        using var worked = JsonDocument.Parse(File.ReadAllBytes(SharedData.PathOf("acceptance/routes.json")));
        gates = worked.RootElement.GetProperty("gates").EnumerateObject().ToDictionary(gate => gate.Name, gate => (double[][])[Position(gate.Value, "from"), Position(gate.Value, "to")]);
        foreach (var (name, ends) in gates)
            rows.Put(new SeaStrait(GeoGraph.Core.EntityId.Parse("chokepoint:" + name), [], (Chart.At((decimal)ends[0][0], (decimal)ends[0][1]), Chart.At((decimal)ends[1][0], (decimal)ends[1][1]))));
        return rows.Network;
    }

    private static double[] Position(JsonElement gate, string end) => [.. gate.GetProperty(end).EnumerateArray().Select(number => number.GetDouble())];

    private static double[] At(SeaPort port) => [double.Parse(port.At.LongitudeText, CultureInfo.InvariantCulture), double.Parse(port.At.LatitudeText, CultureInfo.InvariantCulture)];

    private static string[] Some(SeaNetwork sea, Random random) =>
        random.Next(3) == 0 ? [] : [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => sea.Marks[random.Next(sea.Marks.Count)].Label).Distinct()];

    private static List<(double? Km, List<string> Passed)> Ask(string questions)
    {
        var script = Path.Combine(Checkout.Root, "tests", "unit", "Exposure", "Sea", "routes.py");
        var (exitCode, output) = Python.Run([script], questions);
        Assert.Equal(0, exitCode);
        using var answers = JsonDocument.Parse(output);
        return [.. answers.RootElement.EnumerateArray().Select(answer => (
            answer.GetProperty("km") is { ValueKind: JsonValueKind.Number } km ? km.GetDouble() : (double?)null,
            answer.GetProperty("passed").EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal).ToList()))];
    }
}
