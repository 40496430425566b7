using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph duty</c>: what an entry pays, line by line.</summary>
internal static class DutyCommand
{
    public static Command Create(CommandSetting setting)
    {
        var options = new EntryOptions();
        var on = Values.Day("--on", "The date of entry; today where left out.");
        var command = new Command("duty", "What an entry pays at the border, line by line, with what does not apply and why.") { on }
            .WithExamples(
                "geograph duty --importer US --origin TW --hs 8457.10.00 --value 1000000 --on 2025-08-15",
                "geograph duty --importer US --origin TW --hs 8457.10.00 --value 1000000 --on 2026-03-02 --scenario TW_ART_15",
                "geograph duty --importer US --origin JP --hs 8703.23.01 --value 30000 --on 2025-08-20 --known-at 2025-08-20 --fact loaded_on=2025-08-08");
        options.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var entry = options.EntryOf(parsed);
            entry.EntryDate = (parsed.GetValue(on) ?? setting.Terminal.Today).ToDate();
            var request = new CalculateDutyRequest { Entry = entry, Question = options.QuestionOf(parsed), Read = session.Read };
            var response = await session.Tariffs.CalculateDutyAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, () => DutyReport.Show(session.Screen, entry, response.Result));
        });
    }
}
