namespace GeoGraph.Tests;

/// <summary>Starts the shared servers before the first test of a class, so that their start is no part of a test's time; does nothing where there is no Neo4j.</summary>
public sealed class Neo4jServers : IAsyncLifetime
{
    public Task InitializeAsync() =>
        Neo4jInstallation.ReasonToSkip is null ? Task.WhenAll(Neo4jServer.SharedAsync(), Neo4jServer.SharedAsync(1)) : Task.CompletedTask;

    public Task DisposeAsync() => Task.CompletedTask;
}
