using GeoGraph.Cli.Server;
using GeoGraph.Scenarios.Processes;
using GeoGraph.Scenarios.SmallWorld;

namespace GeoGraph.Scenarios.OnNeo4j;

/// <summary>The small world in Neo4j.</summary>
public sealed class SmallWorldOnNeo4j : SmallWorldHost
{
    /// <inheritdoc/>
    public override Task InitializeAsync() => Neo4jInstallation.ReasonToSkip is null ? base.InitializeAsync() : Task.CompletedTask;

    private protected override async Task<StoreChoice> StoreAsync() => Neo4jSettings.Choice(await Neo4jSettings.EmptyAsync());
}

/// <summary>A <see cref="World"/> on the shared server, for tests that write to it.</summary>
public sealed class WorldToWriteOnNeo4j : World
{
    /// <summary>The database below the services.</summary>
    internal Neo4jServer Server { get; private set; } = null!;

    /// <inheritdoc/>
    public override Task InitializeAsync() => Neo4jInstallation.ReasonToSkip is null ? base.InitializeAsync() : Task.CompletedTask;

    private protected override async Task<string[]> StoreAsync() => Neo4jSettings.Of(Server = await Neo4jSettings.EmptyAsync());
}

/// <summary>Every figure of the small world, from Neo4j to the screen.</summary>
[RequiresNeo4j, Collection(Neo4jServer.Collection)]
public sealed class SmallWorldOnNeo4jTests(SmallWorldOnNeo4j world) : SmallWorldTests(world), IClassFixture<SmallWorldOnNeo4j>;

/// <summary>The four services as processes of their own, the owners of data on one Neo4j.</summary>
public sealed class FourProcessesOnNeo4j : FourProcesses
{
    /// <inheritdoc/>
    public override Task InitializeAsync() => Neo4jInstallation.ReasonToSkip is null ? base.InitializeAsync() : Task.CompletedTask;

    private protected override async Task<(string Key, string Value)[]> StoreAsync(string folder) => Neo4jSettings.Pairs(await Neo4jSettings.EmptyAsync());
}

/// <summary>Four processes on one Neo4j answer as one process over memory does, to the byte.</summary>
[RequiresNeo4j, Collection(Neo4jServer.Collection)]
public sealed class ProcessOnNeo4jTests(World world, FourProcessesOnNeo4j processes) : ProcessPromises(world, processes), IClassFixture<World>, IClassFixture<FourProcessesOnNeo4j>;

/// <summary><c>geograph demo</c> on Neo4j.</summary>
[RequiresNeo4j, Collection(Neo4jServer.Collection)]
public sealed class DemoOnNeo4jTests
{
    [Theory]
    [InlineData("demo")]
    [InlineData("demo --json")]
    public async Task The_demo_says_the_same_bytes_as_on_the_embedded_store(string line)
    {
        var server = await Neo4jSettings.EmptyAsync();
        string[] there = ["--store", "neo4j", "--neo4j-uri", server.Bolt.ToString(), "--neo4j-password-file", Neo4jSettings.PasswordFile(server)];
        var expected = await CommandRun.AnsweredAsync(line.Split(' '));
        Assert.Equal(expected.Out, (await CommandRun.AnsweredAsync([.. line.Split(' '), .. there])).Out);
        Assert.Equal(expected.Out, (await CommandRun.AnsweredAsync([.. line.Split(' '), .. there])).Out);
        Assert.NotEqual(0, await server.CountAsync("MATCH (n:Actors) RETURN count(n)"));
    }
}
