using GeoGraph.Cli.Server;

namespace GeoGraph.Scenarios.OnNeo4j;

/// <summary>How services are told to keep their graph in a test's Neo4j.</summary>
internal static class Neo4jSettings
{
    /// <summary>Configuration as a command line of a service's program; the password stands in a file, as it may not stand here.</summary>
    public static string[] Of(Neo4jServer server) => [.. Pairs(server).SelectMany(s => new[] { "--" + s.Key, s.Value })];

    /// <summary>The same as keys and values.</summary>
    public static (string Key, string Value)[] Pairs(Neo4jServer server) =>
    [
        ("GeoGraph:Store", "neo4j"),
        ("GeoGraph:Neo4j:Uri", server.Bolt.ToString().TrimEnd('/')),
        ("GeoGraph:Neo4j:PasswordFile", PasswordFile(server)),
    ];

    /// <summary>The same for services of this process.</summary>
    public static StoreChoice Choice(Neo4jServer server) => new("neo4j", Path.Combine(server.Folder, "unused"))
    {
        Neo4j = [new("Uri", server.Bolt.ToString()), new("PasswordFile", PasswordFile(server))],
    };

    /// <summary>The process's shared server, emptied.</summary>
    public static async Task<Neo4jServer> EmptyAsync()
    {
        var server = await Neo4jServer.SharedAsync();
        await server.WipeAsync();
        return server;
    }

    /// <summary>A file that holds the password of the database.</summary>
    public static string PasswordFile(Neo4jServer server)
    {
        var file = Path.Combine(server.Folder, "password");
        File.WriteAllText(file, Neo4jServer.Password + "\n");
        return file;
    }
}
