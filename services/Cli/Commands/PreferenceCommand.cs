using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph preference</c>: which preference an entry should claim.</summary>
internal static class PreferenceCommand
{
    public static Command Create(CommandSetting setting)
    {
        var options = new EntryOptions();
        var bill = BillOption.Create();
        var on = Values.Day("--on", "The date of entry; today where left out.");
        var command = new Command("preference", "Every preference open to an entry, whether it may lawfully be claimed, and what it saves; the cheapest lawful one first.") { on, bill };
        command.WithExamples(
            "geograph preference --importer US --origin KR --hs 8457.10.00 --value 1000000 --on 2025-08-15",
            "geograph preference --importer US --origin MX --hs 8703.23.01 --value 30000 --on 2025-03-10 --bill car.yaml",
            "geograph preference --importer US --origin MX --hs 8703.23.01 --value 30000 --on 2025-03-10 --fact usmca_originating=true");
        options.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var entry = options.EntryOf(parsed);
            entry.EntryDate = (parsed.GetValue(on) ?? setting.Terminal.Today).ToDate();
            var request = new FindPreferenceRequest { Entry = entry, Question = options.QuestionOf(parsed), Read = session.Read };
            if (parsed.GetValue(bill) is { } file)
                request.Bill = BillOption.Read(file);
            var response = await session.Tariffs.FindPreferenceAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, () => PreferenceReport.Show(session.Screen, entry, response.Options));
        });
    }
}
