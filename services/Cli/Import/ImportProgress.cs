using GeoGraph.Cli.Server;
using Spectre.Console;

namespace GeoGraph.Cli.Import;

/// <summary>Sends an import, shows how far it is where a person watches, and waits until services that go on without this process answer from it.</summary>
internal static class ImportProgress
{
    /// <summary>Sends the set.</summary>
    public static async Task<ImportOutcome> RunAsync(Session session, ImportSet set, CancellationToken cancellationToken)
    {
        var outcome = await SendAsync(session, set, cancellationToken);
        if (session.IsElsewhere && outcome.Receipts.Count > 0)
            await new ImportArrival(session).WaitAsync([.. outcome.Receipts.Select(written => written.Receipt)], cancellationToken);
        return outcome;
    }

    private static async Task<ImportOutcome> SendAsync(Session session, ImportSet set, CancellationToken cancellationToken)
    {
        if (!session.IsInteractive)
            return await new ImportSender(session, set, (_, _) => { }).RunAsync(cancellationToken);
        return await AnsiConsole.Progress().AutoClear(true).StartAsync(async progress =>
        {
            var tasks = new Dictionary<string, ProgressTask>();
            return await new ImportSender(session, set, Sent).RunAsync(cancellationToken);

            void Sent(string step, int count)
            {
                if (!tasks.TryGetValue(step, out var task))
                    tasks[step] = task = progress.AddTask(step, maxValue: step.EndsWith("actors", StringComparison.Ordinal) ? set.Actors.Count : set.Records.Count);
                task.Increment(count);
            }
        });
    }
}
