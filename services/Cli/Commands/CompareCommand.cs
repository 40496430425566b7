using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph compare</c>: what an entry would pay from each of several origins.</summary>
internal static class CompareCommand
{
    public static Command Create(CommandSetting setting)
    {
        var options = new EntryOptions();
        var against = Values.Ids("--with", "A state to compare; may be given more than once. Left out: every state that some measure of the importer tells apart.");
        var on = Values.Day("--on", "The date of entry; today where left out.");
        var command = new Command("compare", "What an entry would pay if it originated elsewhere, the cheapest first.") { on, against };
        command.WithExamples(
            "geograph compare --importer US --origin TW --hs 8457.10.00 --value 1000000 --on 2025-09-01 --with TW --with JP --with KR --with DE",
            "geograph compare --importer US --origin TW --hs 8457.10.00 --value 1000000 --on 2025-09-01");
        options.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var entry = options.EntryOf(parsed);
            entry.EntryDate = (parsed.GetValue(on) ?? setting.Terminal.Today).ToDate();
            var request = new CompareOriginsRequest { Entry = entry, OriginIds = { parsed.GetValue(against) }, Question = options.QuestionOf(parsed), Read = session.Read };
            var response = await session.Tariffs.CompareOriginsAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, () => PreferenceReport.Show(session.Screen, entry, response.Origins));
        });
    }
}
