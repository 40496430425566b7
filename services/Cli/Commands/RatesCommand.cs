using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph rates</c>: how the duty on an entry changes over time.</summary>
internal static class RatesCommand
{
    public static Command Create(CommandSetting setting)
    {
        var options = new EntryOptions();
        var from = Values.Day("--from", "The first date.", required: true);
        var to = Values.Day("--to", "The last date, at most 20 years later.", required: true);
        var command = new Command("rates", "How the duty on an entry changes between two dates, and which measure brings each step.") { from, to }
            .WithExamples("geograph rates --importer US --origin TW --hs 8457.10.00 --value 1000000 --from 2025-01-01 --to 2026-03-31");
        options.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new GetRateTimelineRequest
            {
                Entry = options.EntryOf(parsed),
                From = parsed.GetValue(from).ToDate(),
                To = parsed.GetValue(to).ToDate(),
                Question = options.QuestionOf(parsed),
                Read = session.Read,
            };
            var response = await session.Tariffs.GetRateTimelineAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, () =>
            {
                session.Screen.Heading(DutyReport.TitleOf(request.Entry));
                session.Screen.Table(["From", "To", ">Rate", ">Duty", "Comes", "Goes"], response.Steps.Select(RowOf), "No date lies between.");
            });
        });
    }

    private static string[] RowOf(TimelineStep step) =>
    [
        Show.Day(step.From),
        Show.Day(step.To),
        Show.Percent(step.Result.EffectiveRatePercent),
        DutyReport.TotalOf(step.Result),
        string.Join("; ", step.Came.Select(change => $"{change.Measure.Title}: {change.Reason}")),
        string.Join("; ", step.Went.Select(change => $"{change.Measure.Title}: {change.Reason}")),
    ];
}
