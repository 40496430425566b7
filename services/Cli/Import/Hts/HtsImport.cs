using System.Globalization;
using System.Text.Json;
using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Cli.Import.Hts;

/// <summary>One import of revisions: read, merged with those that the store holds, written as one change, reported.</summary>
internal sealed class HtsImport(Session session)
{
    private const int MostRowProblems = 50;

    /// <summary>Runs it.</summary>
    /// <param name="first">The first file, perhaps still being read.</param>
    /// <param name="files">All files, the first included.</param>
    /// <param name="cancellationToken">Stops it; what is written is written as a whole or not at all.</param>
    /// <returns>True where every row was good and the services took it all.</returns>
    /// <exception cref="IOException">A file is no list of rows; nothing is written.</exception>
    public async Task<bool> RunAsync(Task<HtsRevision> first, IReadOnlyList<(string Path, RevisionName Name)> files, CancellationToken cancellationToken)
    {
        var store = await HtsStore.ReadAsync(session, cancellationToken);
        var history = new HtsHistory();
        if (store.Schedule is { } schedule)
            history.Add(schedule, store.Headings);
        var problems = 0;
        for (var i = 0; i < files.Count; i++)
            problems += await ReadAsync(i == 0 ? first : HtsFile.ReadAsync(files[i].Path, files[i].Name, cancellationToken), files[i].Path, history);
        return await WriteAsync(store, history, cancellationToken) && problems == 0;
    }

    private async Task<int> ReadAsync(Task<HtsRevision> reading, string path, HtsHistory history)
    {
        try
        {
            var revision = await reading;
            history.Add(revision);
            await session.TellAsync($"{path}: {revision.Name}, in force from {revision.EffectiveFrom:yyyy-MM-dd}, {Number(revision.Rows)} rows");
            foreach (var problem in revision.Problems.Take(MostRowProblems))
                await session.TellAsync($"{path}: {problem}");
            if (revision.Problems.Count > 0)
                await session.TellAsync($"{path}: {Number(revision.Problems.Count)} problems; the rows that have them are left out, the others are written.");
            return revision.Lines.Count > 0
                ? revision.Problems.Count
                : throw new IOException($"{path}: no row of it has a code and can be kept; a revision has rows, so nothing was written");
        }
        catch (JsonException broken)
        {
            throw new IOException($"{path}: line {broken.LineNumber + 1}, byte {broken.BytePositionInLine}: this is no JSON list of rows, so nothing was written: {broken.Message}", broken);
        }
        catch (InvalidDataException broken)
        {
            throw new IOException($"{path}: the compressed data is broken, so nothing was written: {broken.Message}", broken);
        }
    }

    private async Task<bool> WriteAsync(HtsStore store, HtsHistory history, CancellationToken cancellationToken)
    {
        var wanted = HtsRecords.Of(history, HtsPrograms.OfUnitedStates, out var rates);
        var changes = store.ChangesTo(wanted, out var unchanged);
        foreach (var line in HtsReport.Lines(rates))
            await session.TellAsync(line);
        await session.TellAsync($"{Number(wanted.Count)} records, {Number(changes.Count)} changes to write");
        var outcome = await ImportProgress.RunAsync(session, SetOf(changes), cancellationToken);
        foreach (var refusal in outcome.Refusals)
            await session.TellAsync(refusal);
        if (outcome.Refusals.Count > 0)
            return false;
        var receipt = outcome.Receipts.Count > 0 ? outcome.Receipts[0].Receipt : new WriteReceipt();
        receipt.Unchanged += unchanged;
        await session.ShowAsync(receipt, () => session.Screen.Line($"agreements: {receipt.Created} created, {receipt.Replaced} replaced, {receipt.Unchanged} unchanged, {receipt.Deleted} deleted"));
        return true;
    }

    // What a service refuses is told by the record's id: the files have no place for what is made of all their rows.
    private static ImportSet SetOf(IReadOnlyList<RecordChange> changes) => new([], [.. changes.Select(Placed)], [], []);

    private static PlacedChange<RecordChange> Placed(RecordChange change)
    {
        var id = change.Record is { } record ? HtsStore.IdOf(record) : change.DeleteId;
        return new PlacedChange<RecordChange>(change, id, new ScalarNode(new Place(id, 0, 0), "", Plain: false), id);
    }

    private static string Number(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
