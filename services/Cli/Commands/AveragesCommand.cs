using System.CommandLine;
using GeoGraph.Cli.Averages;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph averages</c>: mean rates over the lines of a schedule and origins.</summary>
internal static class AveragesCommand
{
    private const int MostRows = 1_000_000;

    public static Command Create(CommandSetting setting)
    {
        var law = new LawOptions();
        var importer = Values.Id("--importer", "The state entered.", required: true);
        var on = Values.Days("--on", "A date of entry; may be given more than once, today where left out.");
        var by = Values.Words<AverageGroup>("--by", "What is told apart.", AveragesReflection.Descriptor);
        var origins = Values.Ids("--origin", "Only this origin; may be given more than once. Left out: every state in the data.");
        var hs = new Option<string[]>("--hs") { Description = "Only goods beneath this prefix of 2 to 10 digits; may be given more than once.", HelpName = "code", DefaultValueFactory = _ => [] };
        var weights = new Option<string?>("--weights") { Description = "A CSV of imports with the columns origin, hs and value, for weighted means. hs may be empty: the whole schedule.", HelpName = "file" };
        var facts = Values.Pairs("--fact", "What holds for every entry, as transport=ocean; may be given more than once.");
        var limit = Values.Limit(MostRows);
        var command = new Command("averages", "Mean rates over the lines of an importer's schedule and origins, simple and weighted by trade.") { importer, on, by, origins, hs, weights, facts, limit };
        command.WithExamples(
            "geograph averages --importer US --on 2025-01-15 --on 2025-08-15 --by authority",
            "geograph averages --importer US --on 2025-08-15 --by origin --by chapter --origin TW --origin JP --hs 84 --hs 85",
            "geograph averages --importer US --on 2025-08-15 --weights imports.csv");
        law.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var dates = parsed.GetValue(on) is { Length: > 0 } given ? given : [setting.Terminal.Today];
            var question = new AverageQuestion
            {
                ImporterId = parsed.GetValue(importer) ?? "",
                Dates = { dates.Select(date => date.ToDate()) },
                OriginIds = { parsed.GetValue(origins) },
                HsPrefixes = { parsed.GetValue(hs) },
                GroupBy = { parsed.GetValue(by) },
                Question = law.Of(parsed),
                Facts = { parsed.GetValue(facts) },
                Read = session.Read,
            };
            var trade = parsed.GetValue(weights) is { } file ? WeightFile.Read(file) : [];
            var (response, left) = await AverageCall.AskAsync(session.Tariffs, question, trade, parsed.GetValue(limit), cancellationToken);
            await session.ShowAsync(response, () => AverageReport.Show(session.Screen, question, response, left));
            if (session.IsJson && left > 0)
                await session.TellAsync($"{left} more rows; raise --limit or tell less apart.");
        });
    }
}
