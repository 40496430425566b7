using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph lines</c>: the lines of a schedule that a measure covers.</summary>
internal static class LinesCommand
{
    private const int LinesAPage = 1000;

    public static Command Create(CommandSetting setting)
    {
        var measure = Values.IdArgument("measure", "The measure's id.");
        var on = Values.Day("--on", "The date; today where left out.");
        var limit = Values.Limit(100_000);
        var command = new Command("lines", "The lines of the importer's schedule that a measure covers on a date.") { measure, on, limit }
            .WithExamples("geograph lines measure:us-s232-copper --on 2025-08-15 --limit 1000");
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var asOf = (parsed.GetValue(on) ?? setting.Terminal.Today).ToDate();
            var (id, most) = (parsed.GetRequiredValue(measure), parsed.GetValue(limit));
            var request = new ListTouchedLinesRequest { MeasureId = id, AsOf = asOf, PageSize = Math.Min(most, LinesAPage), Read = session.Read };
            var response = await session.Tariffs.ListTouchedLinesAsync(request, cancellationToken: cancellationToken);
            while (response.NextPageToken.Length > 0 && response.Lines.Count < most)
            {
                request.PageToken = response.NextPageToken;
                request.PageSize = Math.Min(most - response.Lines.Count, LinesAPage);
                var page = await session.Tariffs.ListTouchedLinesAsync(request, cancellationToken: cancellationToken);
                response.Lines.AddRange(page.Lines);
                response.NextPageToken = page.NextPageToken;
            }
            await session.ShowAsync(response, () =>
            {
                session.Screen.Heading($"{response.Total} lines that {id} covers on {Show.Day(asOf)}");
                session.Screen.Table(
                    ["=Code", "Covered", "Description"],
                    response.Lines.Select(line => new[] { line.Code, line.Partly ? "partly" : "wholly", line.Description }),
                    "It covers none.");
                session.Screen.MoreIf(response.NextPageToken);
            });
        });
    }
}
