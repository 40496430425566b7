using GeoGraph.Cli.Import;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Cli.Server;

/// <summary>Loads the data that travels with the program.</summary>
internal static class StarterData
{
    /// <summary>Loads it where neither store holds anything yet.</summary>
    public static async Task LoadIfEmptyAsync(Session session, CancellationToken cancellationToken)
    {
        var actors = await session.Actors.ListActorsAsync(new ListActorsRequest { PageSize = 1 }, cancellationToken: cancellationToken);
        var records = await session.Agreements.ListRecordsAsync(new ListRecordsRequest { PageSize = 1 }, cancellationToken: cancellationToken);
        if (actors.Actors.Count + records.Records.Count > 0)
            return;
        await session.TellAsync("First use: loading the starter data");
        await LoadAsync(session, cancellationToken);
    }

    /// <summary>Loads it.</summary>
    /// <exception cref="IOException">It cannot be read, or a service refuses it.</exception>
    public static async Task LoadAsync(Session session, CancellationToken cancellationToken)
    {
        var set = GeoGraphFiles.Read(DataFolder.StarterFiles());
        if (set.Problems.Count > 0)
            throw new IOException($"The starter data has problems:\n{string.Join('\n', set.Problems)}");
        var outcome = await ImportProgress.RunAsync(session, set, cancellationToken);
        if (outcome.Refusals.Count > 0)
            throw new IOException($"The starter data is refused:\n{string.Join('\n', outcome.Refusals)}");
        foreach (var (_, receipt) in outcome.Receipts)
            session.HasSeen(receipt.RevisionToken);
    }
}
