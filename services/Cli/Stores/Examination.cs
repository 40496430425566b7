using GeoGraph.Core;
using GeoGraph.Core.Graph.Archive;
using GeoGraph.Hosting.Stores;
using Microsoft.Extensions.Logging.Abstractions;

namespace GeoGraph.Cli.Stores;

/// <summary>One service's graph as it was found.</summary>
/// <param name="Service">The owning service.</param>
/// <param name="Contents">What it holds; null where it could not be read to its end.</param>
/// <param name="Problems">What is wrong, in sentences, the first hundred of versions.</param>
/// <param name="Count">How much is wrong; zero where all is right.</param>
internal sealed record ExaminedStore(string Service, ArchiveContents? Contents, IReadOnlyList<string> Problems, long Count);

/// <summary>Reads all of the graphs of a database and says what is wrong with them.</summary>
internal static class Examination
{
    /// <summary>Examines the graph of each service that owns one.</summary>
    public static async Task<IReadOnlyList<ExaminedStore>> OfAsync(StoreEngine engine, TimeProvider time, CancellationToken cancellationToken)
    {
        var examined = new List<ExaminedStore>();
        foreach (var service in Migration.Owners)
            examined.Add(await OfAsync(engine, service, time, cancellationToken));
        return examined;
    }

    private static async Task<ExaminedStore> OfAsync(StoreEngine engine, string service, TimeProvider time, CancellationToken cancellationToken)
    {
        var check = new ArchiveCheck();
        var damage = new List<string>();
        ArchiveContents? contents = null;
        try
        {
            await using var opened = await engine.OpenArchiveAsync(service, time, NullLogger.Instance, cancellationToken);
            damage.AddRange(await opened.Archive.FindDamageAsync(cancellationToken));
            contents = await ReadAsync(opened.Archive, check, cancellationToken);
        }
        catch (GeoGraphException unreadable)
        {
            damage.Add(unreadable.Message);
        }
        return new ExaminedStore(service, contents, [.. damage, .. check.Problems.Select(problem => problem + ".")], damage.Count + check.Count);
    }

    private static async Task<ArchiveContents> ReadAsync(IGraphArchive archive, ArchiveCheck check, CancellationToken cancellationToken)
    {
        using var digest = new ArchiveDigest();
        await foreach (var record in archive.ReadArchiveAsync(cancellationToken))
        {
            check.Add(record);
            digest.Add(record);
        }
        check.Conclude();
        return digest.Conclude();
    }
}
