using System.Runtime.CompilerServices;
using GeoGraph.Core.Graph.Archive;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Stores;
using Microsoft.Extensions.Logging.Abstractions;

namespace GeoGraph.Cli.Stores;

/// <summary>One service's graph after its copying.</summary>
/// <param name="Service">The owning service.</param>
/// <param name="From">What was read.</param>
/// <param name="To">What the copy holds, read back from it.</param>
internal sealed record MovedStore(string Service, ArchiveContents From, ArchiveContents To)
{
    /// <summary>True where the copy holds all of it and nothing else.</summary>
    public bool IsEqual => From == To;
}

/// <summary>Copies the graphs of the services that own one from one database to another, and reads the copies back.</summary>
internal sealed class Migration(StoreEngine from, StoreEngine to, TimeProvider time)
{
    /// <summary>The services that own a graph.</summary>
    public static readonly IReadOnlyList<string> Owners = [ServiceNames.Actors, ServiceNames.Agreements];

    /// <summary>Copies every graph. Nothing is written unless every source is there and every target empty.</summary>
    /// <param name="tell">Told of each step; null for nobody.</param>
    /// <param name="cancellationToken">Breaks off; the target that is being filled is then empty or refuses to be opened.</param>
    /// <exception cref="Core.GeoGraphException">A source is absent or not sound, a target is not empty, or a database does not answer.</exception>
    public async Task<IReadOnlyList<MovedStore>> RunAsync(Func<string, Task>? tell, CancellationToken cancellationToken)
    {
        foreach (var service in Owners)
        {
            await using var source = await from.OpenArchiveAsync(service, time, NullLogger.Instance, cancellationToken);
        }
        foreach (var service in Owners)
            await to.CheckEmptyAsync(service, time, NullLogger.Instance, cancellationToken);
        var moved = new List<MovedStore>();
        foreach (var service in Owners)
        {
            if (tell is not null)
                await tell($"Copying the graph of {service} from {from.Name} to {to.Name}");
            moved.Add(await MoveAsync(service, cancellationToken));
        }
        return moved;
    }

    private async Task<MovedStore> MoveAsync(string service, CancellationToken cancellationToken)
    {
        using var digest = new ArchiveDigest();
        await using var source = await from.OpenArchiveAsync(service, time, NullLogger.Instance, cancellationToken);
        await using var target = await to.OpenToFillAsync(service, time, NullLogger.Instance, cancellationToken);
        await target.Archive.RestoreArchiveAsync(DigestedAsync(source.Archive, digest, cancellationToken), cancellationToken);
        return new MovedStore(service, digest.Conclude(), await ContentsAsync(target.Archive, cancellationToken));
    }

    private static async Task<ArchiveContents> ContentsAsync(IGraphArchive archive, CancellationToken cancellationToken)
    {
        using var digest = new ArchiveDigest();
        await foreach (var record in archive.ReadArchiveAsync(cancellationToken))
            digest.Add(record);
        return digest.Conclude();
    }

    private static async IAsyncEnumerable<ArchivedRecord> DigestedAsync(IGraphArchive archive, ArchiveDigest digest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in archive.ReadArchiveAsync(cancellationToken))
        {
            digest.Add(record);
            yield return record;
        }
    }
}
