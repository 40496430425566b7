using GeoGraph.Cli.Commands;
using GeoGraph.Cli.Output;
using GeoGraph.Cli.Server;

namespace GeoGraph.Cli.Import.Csv;

/// <summary>One import of CSV files: every mistake of the files, and every actor that is nowhere, is told before anything is written.</summary>
internal sealed class CsvImport(Session session)
{
    /// <summary>Runs it.</summary>
    /// <returns>True where all was written.</returns>
    public async Task<bool> RunAsync(CsvFiles files, CancellationToken cancellationToken)
    {
        var unresolved = files.Unresolved.ToList();
        var absent = await new StoreActors(session).AbsentAsync(unresolved.Select(named => named.First.Id), cancellationToken);
        var missing = unresolved.Where(named => absent.Contains(named.First.Id)).ToList();
        var total = files.TotalProblems + missing.Count;
        foreach (var problem in files.Set.Problems.Concat(missing.Select(Missing)))
            await session.TellAsync(problem.ToString());
        if (total > 0)
        {
            await session.TellAsync($"{total} problems{(files.TotalProblems > CsvFiles.MostProblems ? $", of which {files.TotalProblems - CsvFiles.MostProblems} are not told" : "")}; nothing was written.");
            return false;
        }
        return await WriteAsync(files.Set, cancellationToken);
    }

    /// <summary>Says how the files are by themselves.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> ReportCheckAsync(CsvFiles files, Terminal terminal)
    {
        foreach (var problem in files.Set.Problems)
            await terminal.Error.WriteLineAsync(problem.ToString());
        var unresolved = files.Unresolved.ToList();
        foreach (var (first, times) in unresolved)
            await terminal.Error.WriteLineAsync($"note: {first.Place}: {first.Path}: \"{first.Id}\": no file here gives this id{Often(times)}");
        await terminal.Out.WriteLineAsync($"{files.Set.Actors.Count} changes for actors, {files.TotalProblems} problems, {unresolved.Count} ids not given here");
        return files.TotalProblems == 0 ? ExitCodes.Answered : ExitCodes.Refused;
    }

    private static Problem Missing((Reference First, int Times) named) => new(
        named.First.Place, named.First.Path, named.First.Id, $"no actor has this id, neither in these files nor in the store; give it a row of its own{Often(named.Times)}");

    private static string Often(int times) => times > 1 ? $" (named {times} times)" : "";

    private async Task<bool> WriteAsync(ImportSet set, CancellationToken cancellationToken)
    {
        var outcome = await ImportProgress.RunAsync(session, set, cancellationToken);
        foreach (var refusal in outcome.Refusals)
            await session.TellAsync(refusal);
        foreach (var (service, receipt) in outcome.Receipts)
            await session.ShowAsync(receipt, () => session.Screen.Line($"{service}: {receipt.Created} created, {receipt.Replaced} replaced, {receipt.Unchanged} unchanged"));
        if (outcome is { Receipts.Count: 0, Refusals.Count: 0 })
            await session.TellAsync("the files have no rows; nothing was written.");
        return outcome.Refusals.Count == 0;
    }
}
