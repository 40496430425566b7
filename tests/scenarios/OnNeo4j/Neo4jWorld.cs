namespace GeoGraph.Scenarios.OnNeo4j;

/// <summary>A <see cref="World"/> whose services keep their graph in a real Neo4j of its own.</summary>
public class Neo4jWorld : World
{
    /// <summary>The name of the collection of tests that ask the same of this world as of the one in memory, which stands beside it.</summary>
    public new const string Collection = "world on neo4j";

    private Neo4jServer? _server;

    /// <summary>The database below the services.</summary>
    internal Neo4jServer Server => _server!;

    /// <inheritdoc/>
    public override async Task InitializeAsync()
    {
        if (Neo4jInstallation.ReasonToSkip is not null)
            return;
        _server = await Neo4jServer.StartAsync();
        await base.InitializeAsync();
    }

    /// <inheritdoc/>
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    private protected override Task<string[]> StoreAsync() => Task.FromResult(Neo4jSettings.Of(Server));
}

/// <summary>Tests that ask a world on Neo4j, and the same of one in memory.</summary>
[CollectionDefinition(Neo4jWorld.Collection)]
public sealed class Neo4jWorldCollection : ICollectionFixture<World>, ICollectionFixture<Neo4jWorld>;
