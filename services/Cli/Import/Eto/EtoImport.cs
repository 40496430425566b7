using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Cli.Import.Eto;

/// <summary>One import of the publisher's folder: its licence first, then what is left out or read otherwise, then the write.</summary>
internal sealed class EtoImport(Session session)
{
    /// <summary>Runs it.</summary>
    /// <returns>True where every row was read and the service took them all.</returns>
    public async Task<bool> RunAsync(EtoFolder folder, CancellationToken cancellationToken)
    {
        await ShowLicenceAsync(folder);
        var output = new EtoOutput();
        var tables = folder.Read(output.Problems);
        var slugs = EtoProviders.SlugsOf(tables.Providers);
        var store = await EtoStore.ReadAsync(session, slugs, cancellationToken);
        var states = StatesToAdd(EtoProviders.CodesOf(tables.Providers).Where(code => store.StateOf(code) is null).ToHashSet(StringComparer.Ordinal));
        EtoGraph.Build(tables, store.With(states.Select(change => change.Change.Actor)), output);
        foreach (var note in output.Notes)
            await session.TellAsync($"note: {note}");
        foreach (var problem in output.Problems)
            await session.TellAsync(problem.ToString());
        if (output.Problems.Count > 0)
            await session.TellAsync($"{output.Problems.Count} problems; the rows that have them are left out, the others are written.");
        return await WriteAsync(new ImportSet([.. states, .. output.Changes], [], [], []), cancellationToken) && output.Problems.Count == 0;
    }

    private async Task ShowLicenceAsync(EtoFolder folder)
    {
        if (session.IsJson)
            await session.TellAsync(folder.Licence());
        else
            session.Screen.Plain(folder.Licence() + "\n");
    }

    // A store that has no states gets those that are needed from the starter data, which has all of ISO 3166.
    private static PlacedChange<ActorChange>[] StatesToAdd(HashSet<string> codes) => codes.Count == 0 ? [] :
    [
        .. GeoGraphFiles.Read(DataFolder.StarterFiles().Where(file => Path.GetFileName(file).StartsWith("states", StringComparison.Ordinal) || Path.GetFileName(file) == "sources.yaml"))
            .Actors.Where(change => change.Change.Actor is { } state && codes.Contains(state.IsoAlpha3)),
    ];

    private async Task<bool> WriteAsync(ImportSet set, CancellationToken cancellationToken)
    {
        var outcome = await ImportProgress.RunAsync(session, set, cancellationToken);
        foreach (var refusal in outcome.Refusals)
            await session.TellAsync(refusal);
        foreach (var (service, receipt) in outcome.Receipts)
            await session.ShowAsync(receipt, () => session.Screen.Line($"{service}: {receipt.Created} created, {receipt.Replaced} replaced, {receipt.Unchanged} unchanged"));
        return outcome.Refusals.Count == 0;
    }
}
