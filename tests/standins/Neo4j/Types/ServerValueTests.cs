namespace GeoGraph.Neo4jDriver.Tests.Types;

/// <summary>Values through the real server: sent as parameters, named by Cypher's own words for them, and read back.</summary>
[RequiresNeo4j]
[Collection(Neo4jServer.Collection)]
public sealed class ServerValueTests
{
    public static TheoryData<object, string> Values => new()
    {
        { long.MinValue, "-9223372036854775808" },
        { long.MaxValue, "9223372036854775807" },
        { 1.5, "1.5" },
        { double.NaN, "NaN" },
        { double.NegativeInfinity, "-Infinity" },
        { true, "TRUE" },
        { "\0`'\"\\ 台積電 🦀", "\0`'\"\\ 台積電 🦀" },
        { new LocalDate(2026, 11, 22), "2026-11-22" },
        { new LocalDate(-999_999_999, 1, 1), "-999999999-01-01" },
        { new LocalTime(1, 2, 3, 4), "01:02:03.000000004" },
        { new OffsetTime(1, 2, 3, 4, 28_800), "01:02:03.000000004+08:00" },
        { new LocalDateTime(1969, 12, 31, 23, 59, 59, 5), "1969-12-31T23:59:59.000000005" },
        { new ZonedDateTime(1969, 12, 31, 23, 59, 59, 5, Zone.Of(-19_800)), "1969-12-31T23:59:59.000000005-05:30" },
        { new ZonedDateTime(2026, 7, 1, 12, 0, 0, Zone.Of("Europe/Berlin")), "2026-07-01T12:00:00+02:00[Europe/Berlin]" },
        { new Duration(14, 3, -1, 500_000_000), "P1Y2M3DT-0.5S" },
        { new Point(4326, 121.5, 25.0), "point({x: 121.5, y: 25.0, crs: 'wgs-84'})" },
        { new Point(9157, 1.0, 2.0, 3.0), "point({x: 1.0, y: 2.0, z: 3.0, crs: 'cartesian-3d'})" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_is_to_the_server_what_it_is_here(object value, string inCypher)
    {
        var row = await OneAsync("RETURN $value, toString($value)", value);
        Assert.Equal(value, row[0]);
        Assert.Equal(inCypher, row[1].As<string>(), ignoreCase: value is bool);
    }

    [Fact]
    public async Task Bytes_lists_and_maps_come_back_as_they_were_sent()
    {
        var map = new Dictionary<string, object?>
        {
            ["bytes"] = new byte[] { 0, 1, 255 },
            ["empty"] = new List<object?>(),
            ["nothing"] = null,
            ["nested"] = new List<object?> { 1L, "two", new Dictionary<string, object?> { ["three"] = new List<object?> { 3.0, null } } },
        };
        Assert.Equal(map, (await OneAsync("RETURN $value", map))[0]);
    }

    [Fact]
    public async Task Nodes_relationships_and_paths_are_those_of_the_graph()
    {
        await (await Neo4jServer.SharedAsync()).WipeAsync();
        var row = await OneAsync(
            "CREATE p = (a:First:Both {name: $value})-[r:TO {share: 0.5}]->(b:Second)<-[:BACK]-(a) RETURN p, a, r, b, elementId(a), elementId(r), elementId(b)", "台積電");
        var (path, first, to, second) = (row[0].As<IPath>(), row[1].As<INode>(), row[2].As<IRelationship>(), row[3].As<INode>());
        Assert.Equal((row[4], row[5], row[6]), (first.ElementId, to.ElementId, second.ElementId));
        Assert.Equal(["Both", "First"], first.Labels.Order());
        Assert.Equal("台積電", first.Get<string>("name"));
        Assert.False(first.TryGet<string>("absent", out _));
        Assert.Equal(("TO", 0.5, first.ElementId, second.ElementId), (to.Type, to["share"], to.StartNodeElementId, to.EndNodeElementId));
        Assert.Equal([first, second, first], path.Nodes);
        Assert.Equal(["TO", "BACK"], path.Relationships.Select(step => step.Type));
        Assert.All(path.Relationships, step => Assert.Equal((first.ElementId, second.ElementId), (step.StartNodeElementId, step.EndNodeElementId)));
    }

    private static async Task<IRecord> OneAsync(string cypher, object value)
    {
        var server = await Neo4jServer.SharedAsync();
        await using var driver = GraphDatabase.Driver(server.Bolt, AuthTokens.Basic(Neo4jServer.User, Neo4jServer.Password));
        await using var session = driver.AsyncSession();
        return await (await session.RunAsync(cypher, new Dictionary<string, object> { ["value"] = value })).SingleAsync();
    }
}
