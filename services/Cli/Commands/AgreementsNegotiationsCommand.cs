using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph agreements negotiations</c>: who negotiated what with whom and when.</summary>
internal static class AgreementsNegotiationsCommand
{
    public static Command Create(CommandSetting setting)
    {
        var party = Values.Ids("--party", "A state or bloc that must take part; may be given more than once.");
        var person = Values.Id("--person", "A person who must have sat at the table.");
        var from = Values.Day("--from", "Rounds on or after the date.");
        var to = Values.Day("--to", "Rounds before the date.");
        var limit = Values.Limit();
        var command = new Command("negotiations", "Who negotiated what with whom and when, oldest round first.") { party, person, from, to, limit }
            .WithExamples("geograph agreements negotiations --party US --party JP", "geograph agreements negotiations --person person:bessent --from 2025-05-01 --to 2025-06-01");
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ListNegotiationsRequest
            {
                PartyIds = { parsed.GetValue(party) },
                NegotiatorId = parsed.GetValue(person) ?? "",
                Within = PeriodOf(parsed.GetValue(from), parsed.GetValue(to)),
                PageSize = parsed.GetValue(limit),
                Read = session.Read,
            };
            var response = await session.Agreements.ListNegotiationsAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, () =>
            {
                foreach (var negotiation in response.Negotiations)
                    NegotiationReport.Show(session.Screen, negotiation);
                if (response.Negotiations.Count == 0)
                    session.Screen.Line("No negotiation is so.");
                session.Screen.MoreIf(response.NextPageToken);
            });
        });
    }

    /// <summary>The half-open period of two options; null where neither is given.</summary>
    public static Period? PeriodOf(DateOnly? from, DateOnly? to) =>
        from is null && to is null ? null : new Period { From = from.ToDate(), To = to.ToDate() };
}
