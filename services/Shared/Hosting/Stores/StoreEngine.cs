using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Archive;
using GeoGraph.Neo4j;
using GeoGraph.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GeoGraph.Hosting.Stores;

/// <summary>The database that configuration names; one case per engine.</summary>
/// <param name="options">Which engine.</param>
/// <param name="neo4j">How Neo4j is reached, where that is the engine.</param>
public sealed class StoreEngine(StoreOptions options, Neo4jOptions neo4j)
{
    /// <summary>The engine's name, as <c>sqlite</c>.</summary>
    public string Name => options.Store;

    /// <summary>The database that a host with this command line, and the environment and files of this process, would have.</summary>
    /// <param name="args">The command line, as configuration: <c>--GeoGraph:Store neo4j</c>.</param>
    /// <exception cref="OptionsValidationException">A setting is out of its range; where several options have such, an <see cref="AggregateException"/> of these.</exception>
    public static StoreEngine Configured(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        Neo4jEnvironment.AddTo(builder.Configuration);
        builder.AddStoreEngine();
        using var provider = builder.Services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
        return provider.GetRequiredService<StoreEngine>();
    }

    /// <summary>Opens the store of a service, and creates it where it is absent.</summary>
    /// <param name="service">Short name of the owning service, as <c>actors</c>.</param>
    /// <param name="time">Times polling and checkpoints.</param>
    /// <param name="log">Told of opening and trouble.</param>
    /// <param name="cancellationToken">Gives up opening.</param>
    public async Task<IGraphStore> OpenAsync(string service, TimeProvider time, ILogger log, CancellationToken cancellationToken) => Name switch
    {
        StoreOptions.Memory => await SqliteGraphStore.OpenAsync(SqliteStoreOptions.InMemory, time, log, cancellationToken),
        StoreOptions.Neo4j => await Neo4jGraphStore.OpenAsync(neo4j.Of(service), time, log, cancellationToken),
        _ => await OpenFileAsync(service, time, log, cancellationToken),
    };

    /// <summary>Opens the store of a service to read all that it retains; parameters and errors as of <see cref="OpenAsync"/>.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.NotFound"/> where the service has no file.</exception>
    public async Task<OpenedArchive> OpenArchiveAsync(string service, TimeProvider time, ILogger log, CancellationToken cancellationToken)
    {
        if (Name == StoreOptions.Sqlite && !File.Exists(PathOf(service)))
            throw GeoGraphException.NotFound("store", PathOf(service));
        return new OpenedArchive(await OpenAsync(service, time, log, cancellationToken));
    }

    /// <summary>Opens the store of a service to fill it, and one whose filling was broken off as well; parameters and errors as of <see cref="OpenAsync"/>.</summary>
    public async Task<OpenedArchive> OpenToFillAsync(string service, TimeProvider time, ILogger log, CancellationToken cancellationToken) => new(Name == StoreOptions.Neo4j
        ? await Neo4jGraphStore.OpenToFillAsync(neo4j.Of(service), time, log, cancellationToken)
        : await OpenAsync(service, time, log, cancellationToken));

    /// <summary>Refuses a store that holds something; parameters and errors as of <see cref="OpenAsync"/>.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.PreconditionFailed"/> where the store is not empty.</exception>
    public async Task CheckEmptyAsync(string service, TimeProvider time, ILogger log, CancellationToken cancellationToken)
    {
        if (Name == StoreOptions.Sqlite && !File.Exists(PathOf(service)))
            return;
        await using var store = (await OpenToFillAsync(service, time, log, cancellationToken)).Store;
        var state = await store.CheckReadinessAsync(cancellationToken);
        if (state.Current > Revision.Zero)
            throw ArchiveRefusals.NotEmpty(service, state.Current);
    }

    private string PathOf(string service) => Path.Combine(options.Data, service + ".db");

    private async Task<IGraphStore> OpenFileAsync(string service, TimeProvider time, ILogger log, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(options.Data);
        return await SqliteGraphStore.OpenAsync(SqliteStoreOptions.File(PathOf(service)), time, log, cancellationToken);
    }
}
