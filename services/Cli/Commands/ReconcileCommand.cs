using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Cli.Reconcile;
using GeoGraph.Cli.Server;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph reconcile</c>: what was paid on entries against what was owed.</summary>
internal static class ReconcileCommand
{
    private static readonly ReconciledStatus[] Failing = [ReconciledStatus.Differs, ReconciledStatus.Prohibited, ReconciledStatus.Refused];

    public static Command Create(CommandSetting setting)
    {
        var file = new Argument<string>("file") { Description = "A JSON list of entries, or CSV with a header: id, importer, origin, hts, entry_date, known_at, customs_value, facts, quantities, scenario, total_duty." };
        var command = new Command("reconcile", "What was paid on the entries of a file, against what they owe; exit code 1 where any differs.") { file }
            .WithExamples("geograph reconcile entries.json", "geograph reconcile entries.csv --json");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var entries = await PaidFile.ReadAsync(parsed.GetRequiredValue(file), cancellationToken).ToListAsync(cancellationToken);
            await using var session = await setting.OpenAsync(parsed, cancellationToken);
            var reconciled = await Reconciliation.OfAsync(session, entries, cancellationToken);
            if (session.IsJson)
                await setting.Terminal.Out.WriteLineAsync(ReconcileJson.Of(reconciled));
            else
                Report(session, reconciled);
            return reconciled.Any(entry => Failing.Contains(entry.Status)) ? ExitCodes.Refused : ExitCodes.Answered;
        });
        return command;
    }

    private static void Report(Session session, IReadOnlyList<Reconciled> reconciled)
    {
        session.Screen.Table(
            ["Entry", "Status", ">Paid", ">Owed", ">Difference", "Why"], reconciled.Select(RowOf), "The file holds no entry.");
        var counts = reconciled.GroupBy(entry => entry.Status).OrderBy(group => group.Key).Select(group => $"{group.Count()} {Show.Word(group.Key)}");
        session.Screen.Line($"{reconciled.Count} entries: {string.Join(", ", counts)}; difference {Show.Amount(Print(reconciled.Sum(entry => entry.Difference ?? 0m)))}");
    }

    private static string[] RowOf(Reconciled entry) =>
    [
        entry.Entry.Id,
        Show.Word(entry.Status),
        entry.Entry.Paid is { } paid ? Show.Amount(Print(paid)) : "",
        entry.Result is { } result ? DutyReport.TotalOf(result) : "",
        entry.Difference is { } difference ? Show.Amount(Print(difference)) : "",
        entry.Problem.Length > 0 ? entry.Problem : string.Join("; ", entry.Result!.Lines.Select(line => $"{line.Measure.Title} {Show.Amount(line.Amount)}")
            .Concat(entry.Result.MissingFacts.Select(missing => $"depends on {missing.Fact}"))),
    ];

    private static string Print(decimal amount) => Core.DecimalText.PrintCents(amount);
}
