using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph agreements timeline</c>: what happened, in order of date.</summary>
internal static class AgreementsTimelineCommand
{
    public static Command Create(CommandSetting setting)
    {
        var from = Values.Day("--from", "The first date.");
        var to = Values.Day("--to", "The first date after.");
        var about = Values.Ids("--about", "Only what is about this actor or record; may be given more than once.");
        var limit = Values.Limit();
        var command = new Command("timeline", "Events, rounds and changes of agreements' status in order of date.") { from, to, about, limit }
            .WithExamples("geograph agreements timeline --from 2025-04-01 --to 2025-05-01", "geograph agreements timeline --about TW");
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ListTimelineRequest
            {
                Within = AgreementsNegotiationsCommand.PeriodOf(parsed.GetValue(from), parsed.GetValue(to)),
                AboutIds = { parsed.GetValue(about) },
                PageSize = parsed.GetValue(limit),
                Read = session.Read,
            };
            var response = await session.Agreements.ListTimelineAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, () =>
            {
                session.Screen.Table(
                    ["Date", "What", "=Record", "Sources"],
                    response.Moments.Select(m => new[] { Show.Day(m.On), m.Text, m.RecordId, string.Join(", ", m.SourceIds) }),
                    "Nothing is dated so.");
                session.Screen.MoreIf(response.NextPageToken);
            });
        });
    }
}
