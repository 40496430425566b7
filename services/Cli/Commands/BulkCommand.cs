using System.CommandLine;
using GeoGraph.Cli.Bulk;
using GeoGraph.Cli.Reconcile;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph bulk</c>: prices a file of any length, one line of JSON an entry.</summary>
internal static class BulkCommand
{
    public static Command Create(CommandSetting setting)
    {
        var file = new Argument<string>("file") { Description = "A JSON list of entries, or CSV with a header, as reconcile reads them." };
        var detail = Values.Word<DutyDetail>("--detail", "How much of each answer is written; whole where left out.", TariffServiceReflection.Descriptor);
        var command = new Command("bulk", "What the entries of a file owe, one line of JSON an entry, in the order of the file and whatever its length.") { file, detail }
            .WithExamples("geograph bulk entries.csv --detail totals > owed.jsonl");
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var entries = PaidFile.ReadAsync(parsed.GetRequiredValue(file), cancellationToken);
            var pricing = new BulkPricing(session, parsed.GetValue(detail), setting.Terminal.Out);
            await pricing.RunAsync(entries, cancellationToken);
            await session.TellAsync($"{pricing.Priced} entries priced, {pricing.Refused} refused");
        });
    }
}
