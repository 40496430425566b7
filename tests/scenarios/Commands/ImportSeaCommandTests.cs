namespace GeoGraph.Scenarios.Commands;

/// <summary><c>geograph import sea</c> and <c>geograph route</c> on a store of their own.</summary>
public sealed class ImportSeaCommandTests : IDisposable
{
    private const string Lanes = """
        {"features": [
        {"properties": {"passage": "suez"}, "geometry": {"type": "LineString", "coordinates": [[0, 0], [10, 0]]}},
        {"properties": {}, "geometry": {"type": "LineString", "coordinates": [[0, 0], [5, 20], [10, 0]]}},
        {"properties": {}, "geometry": {"type": "LineString", "coordinates": [[0, 0]]}},
        {"properties": {"port": "AAAAA", "name": "Alpha"}, "geometry": {"type": "Point", "coordinates": [0, 0]}},
        {"properties": {"port": "BBBBB", "name": "Beta"}, "geometry": {"type": "Point", "coordinates": [10, 0]}}
        ]}
        """;

    private readonly TemporaryFolder _folder = new();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_good_is_written_once_and_routes_run_on_it()
    {
        var file = Write(Lanes);
        var first = await RunAsync("import", "sea", file);
        Assert.Equal((0, "actors: 4 created, 0 replaced, 0 unchanged, 0 deleted"), (first.ExitCode, first.Out.Trim()));
        Assert.Contains($"{file}:4:1: features[2].geometry.coordinates: a line has at least two positions", first.Error, StringComparison.Ordinal);
        Assert.Contains("2 ports lie in no state that the store has", first.Error, StringComparison.Ordinal);
        Assert.Equal("actors: 0 created, 0 replaced, 4 unchanged, 0 deleted", (await RunAsync("import", "sea", _folder.Path)).Out.Trim());

        Assert.Contains("Passes: suez", (await RunAsync("route", "--from", "AAAAA", "--to", "bbbbb")).Out, StringComparison.Ordinal);
        Assert.Contains("Passes: open sea", (await RunAsync("route", "--from", "AAAAA", "--to", "BBBBB", "--close", "suez")).Out, StringComparison.Ordinal);

        var edited = await RunAsync("import", "sea", Write(Lanes.Replace("[5, 20]", "[5, 21]", StringComparison.Ordinal).Replace("[[0, 0], [10, 0]]", "[[0, 0], [9, 0]]", StringComparison.Ordinal)), "--replace");
        Assert.Equal("actors: 1 created, 1 replaced, 2 unchanged, 1 deleted", edited.Out.Trim());
    }

    [Fact]
    public async Task Without_lanes_a_route_is_refused_with_the_command_that_brings_them()
    {
        var run = await RunAsync("route", "--from", "AAAAA", "--to", "BBBBB");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("geograph import sea", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_usage_is_told_before_anything_is_opened()
    {
        Assert.Equal(2, (await RunAsync("import", "sea", Path.Combine(_folder.Path, "absent"))).ExitCode);
        Assert.Equal(2, (await RunAsync("import", "sea", _folder.Path)).ExitCode);
        Assert.Equal(2, (await RunAsync("route", "--from", "AAAAA")).ExitCode);
        Assert.Equal(2, (await RunAsync("closure")).ExitCode);
    }

    [Fact]
    public async Task A_file_without_lane_and_port_is_refused()
    {
        var run = await RunAsync("import", "sea", Write("""{"features": []}"""));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("nothing was written", run.Error, StringComparison.Ordinal);
    }

    private string Write(string text)
    {
        var path = Path.Combine(_folder.Path, "sea.geojson");
        File.WriteAllText(path, text);
        return path;
    }

    private Task<CommandRun> RunAsync(params string[] args) => CommandRun.OfAsync([.. args, "--data", Path.Combine(_folder.Path, "store")]);
}
