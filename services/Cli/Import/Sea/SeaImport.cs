using System.Globalization;
using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Cli.Import.Sea;

/// <summary>One import of sea lanes and ports: what is faulty is told and left out, the rest is written as a whole.</summary>
internal sealed class SeaImport(Session session)
{
    private const int MostProblems = 100;

    /// <summary>Runs it.</summary>
    /// <param name="files">The files, read.</param>
    /// <param name="replace">True to delete lanes of the store that the files do not hold.</param>
    /// <param name="cancellationToken">Stops it; nothing is written in part.</param>
    /// <returns>True where the service took all that is not faulty.</returns>
    public async Task<bool> RunAsync(SeaFiles files, bool replace, CancellationToken cancellationToken)
    {
        await TellAsync(files);
        if (files.Lanes + files.Ports == 0)
        {
            await session.TellAsync("the files hold no lane and no port; nothing was written.");
            return false;
        }
        var store = new StoreActors(session);
        var states = await store.ListAsync([ActorKind.State], cancellationToken).Select(state => state.Id).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        var changes = files.ChangesIn(states, out var homeless);
        if (homeless > 0)
            await session.TellAsync($"{Number(homeless)} ports lie in no state that the store has; import the states and then these files again to place them.");
        var obsolete = replace && files.Lanes > 0 ? await ObsoleteAsync(store, files, cancellationToken) : [];
        return await WriteAsync([.. changes, .. obsolete], cancellationToken);
    }

    private async Task TellAsync(SeaFiles files)
    {
        await session.TellAsync(SeaSource.Notice);
        foreach (var problem in files.Problems.Take(MostProblems))
            await session.TellAsync(problem.ToString());
        if (files.Problems.Count > 0)
            await session.TellAsync($"{Number(files.Problems.Count)} faults{(files.Problems.Count > MostProblems ? $", of which {MostProblems} are told" : "")}; those features are left out.");
        await session.TellAsync($"{Number(files.Lanes)} lanes, {Number(files.Ports)} ports");
    }

    private static async Task<List<PlacedChange<ActorChange>>> ObsoleteAsync(StoreActors store, SeaFiles files, CancellationToken cancellationToken)
    {
        var kept = files.Ids;
        return await store.ListAsync([ActorKind.Lane], cancellationToken).Where(lane => !kept.Contains(lane.Id))
            .Select(lane => new PlacedChange<ActorChange>(new ActorChange { DeleteId = lane.Id }, lane.Id, new ScalarNode(new Place(lane.Id, 0, 0), "", Plain: false), ""))
            .ToListAsync(cancellationToken);
    }

    private async Task<bool> WriteAsync(IReadOnlyList<PlacedChange<ActorChange>> changes, CancellationToken cancellationToken)
    {
        var outcome = await ImportProgress.RunAsync(session, new ImportSet(changes, [], [], []), cancellationToken);
        foreach (var refusal in outcome.Refusals)
            await session.TellAsync(refusal);
        foreach (var (service, receipt) in outcome.Receipts)
            await session.ShowAsync(receipt, () => session.Screen.Line(Line(service, receipt)));
        return outcome.Refusals.Count == 0;
    }

    private static string Line(string service, WriteReceipt receipt) =>
        $"{service}: {receipt.Created} created, {receipt.Replaced} replaced, {receipt.Unchanged} unchanged, {receipt.Deleted} deleted";

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
