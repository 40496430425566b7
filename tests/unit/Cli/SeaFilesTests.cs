using System.IO.Compression;
using System.Text;
using GeoGraph.Cli.Import.Sea;
using GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.UnitTests.Cli;

public sealed class SeaFilesTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Lines_are_lanes_and_points_are_ports_wherever_they_stand()
    {
        var files = Read(
            Line("""{"passage": "suez"}""", "[[32.5, 29.9], [32.3, 31.25]]"),
            Feature("MultiLineString", """{"passage": null}""", "[[[0, 0], [1, 1]], [[2, 2], [3, 3.00000001]]]"),
            Feature("Point", """{"port": "NLRTM", "name": "Rotterdam"}""", "[4.5, 51.9]"));

        Assert.Empty(files.Problems);
        var changes = files.ChangesIn(new HashSet<string> { "state:NL" }, out var homeless).Select(change => change.Change).ToList();
        Assert.Equal(0, homeless);
        Assert.Equal(
            ["lane:suez-29.9n-32.5e-to-31.25n-32.3e", "lane:0n-0e-to-1n-1e", "lane:2n-2e-to-3n-3e", "facility:port-nlrtm", "located-in:port-nlrtm"],
            changes.Select(change => change.Actor?.Id ?? change.Relation.Id));
        Assert.Equal(["suez"], changes[0].Actor.Passages);
        Assert.Equal([("29.9", "32.5"), ("31.25", "32.3")], changes[0].Actor.Path.Select(point => (point.Latitude, point.Longitude)));
        Assert.Equal(("NLRTM", "51.9", "state:NL"), (changes[3].Actor.UnLocode, changes[3].Actor.Coordinates.Latitude, changes[4].Relation.ToId));
        Assert.All(changes, change => Assert.NotEmpty((change.Actor?.Evidence ?? change.Relation.Evidence).Sources));
    }

    [Fact]
    public void Longitudes_beyond_180_degrees_are_wound_back_and_float_noise_is_rounded()
    {
        var lane = Assert.Single(Lanes(Read(Line("{}", "[[190.8498, 65.9622], [-180.5, 35.95000000000001], [180, -2e-05]]"))));
        Assert.Equal([("65.9622", "-169.1502"), ("35.95", "179.5"), ("-0.00002", "180")], lane.Path.Select(point => (point.Latitude, point.Longitude)));
    }

    [Fact]
    public void Every_faulty_feature_is_told_by_place_and_the_others_are_kept()
    {
        var files = Read(
            Line("{}", "[[0, 0]]"),
            Line("{}", "[[0, 0], [0, 91]]"),
            Line("{}", "[[0, 0], [400, 1]]"),
            Line("{}", """[[0, 0], ["x", 1]]"""),
            Line("""{"passage": "Suez Canal"}""", "[[0, 0], [1, 1]]"),
            Feature("Polygon", "{}", "[]"),
            """{"type": "Feature"}""",
            "7",
            Feature("Point", """{"port": "EG", "name": ""}""", "[]"),
            Feature("Point", """{"port": "NLRTM", "name": "Rotterdam"}""", "[4.5, 51.9]"),
            Feature("Point", """{"port": "NLRTM", "name": "Again"}""", "[4.5, 51.9]"),
            Line("{}", "[[0, 0], [1, 1]]"));

        Assert.Equal(
            [
                "features[0].geometry.coordinates", "features[1].geometry.coordinates[1]", "features[2].geometry.coordinates[1]", "features[3].geometry.coordinates[1]",
                "features[4].properties.passage", "features[5].geometry.type", "features[6].geometry", "features[7].geometry",
                "features[8].properties.port", "features[8].properties.name", "features[8].geometry.coordinates", "features[10].properties.port",
            ],
            files.Problems.Select(problem => problem.Field));
        Assert.All(files.Problems, problem => Assert.Equal(_file, problem.Place.File));
        // Each feature stands on a line of its own, after the line of the head.
        Assert.Equal([2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 10, 12], files.Problems.Select(problem => problem.Place.Line));
        Assert.Equal((1, 1), (files.Lanes, files.Ports));
    }

    [Fact]
    public void Lanes_alike_in_ends_are_numbered_and_long_ones_cut_where_they_stay_joined()
    {
        var line = "[" + string.Join(",", Enumerable.Range(0, 15_000).Select(i => $"[{i / 1000.0:0.###}, 1]")) + "]";
        var lanes = Lanes(Read(Line("{}", "[[0, 0], [1, 1]]"), Line("{}", "[[0, 0], [5, 5], [1, 1]]"), Line("{}", line)));

        Assert.Equal(["lane:0n-0e-to-1n-1e", "lane:0n-0e-to-1n-1e-2"], lanes.Take(2).Select(lane => lane.Id));
        Assert.Equal([10_000, 5_001], lanes.Skip(2).Select(lane => lane.Path.Count));
        Assert.Equal(lanes[2].Path[^1], lanes[3].Path[0]);
    }

    [Fact]
    public void A_compressed_file_is_read_alike()
    {
        using (var file = File.Create(_file))
        using (var compressed = new GZipStream(file, CompressionLevel.Fastest))
            compressed.Write(Encoding.UTF8.GetBytes("""{"features": [""" + Line("{}", "[[0, 0], [1, 1]]") + "]}"));
        Assert.Equal(1, SeaFiles.Read([_file], CancellationToken.None).Lanes);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"features\": 7}")]
    [InlineData("{\"features\": [")]
    [InlineData("")]
    [InlineData("lanes")]
    public void A_file_that_is_no_feature_collection_is_refused_by_its_name(string text)
    {
        File.WriteAllText(_file, text);
        Assert.Contains(_file, Assert.Throws<IOException>(() => SeaFiles.Read([_file], CancellationToken.None)).Message, StringComparison.Ordinal);
    }

    private static List<Actor> Lanes(SeaFiles files) => [.. files.ChangesIn(new HashSet<string>(), out _).Select(change => change.Change.Actor)];

    private SeaFiles Read(params string[] features)
    {
        File.WriteAllText(_file, """{"type": "FeatureCollection", "features": [""" + "\n" + string.Join(",\n", features) + "]}");
        return SeaFiles.Read([_file], CancellationToken.None);
    }

    private static string Line(string properties, string coordinates) => Feature("LineString", properties, coordinates);

    private static string Feature(string type, string properties, string coordinates) =>
        $$$"""{"type": "Feature", "properties": {{{properties}}}, "geometry": {"type": "{{{type}}}", "coordinates": {{{coordinates}}}}}""";
}
