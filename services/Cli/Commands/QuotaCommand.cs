using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph quota</c>: where a quota stands.</summary>
internal static class QuotaCommand
{
    public static Command Create(CommandSetting setting)
    {
        var quota = new Argument<string>("quota") { Description = "The quota's id or its order number." };
        var on = Values.Day("--on", "The date; today where left out.");
        var command = new Command("quota", "Where a quota stands on a date: its status, volume and balance.") { quota, on }
            .WithExamples("geograph quota quota:us-uk-autos-2025 --on 2025-09-01");
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var asOf = (parsed.GetValue(on) ?? setting.Terminal.Today).ToDate();
            var request = new GetQuotaStandingRequest { Quota = parsed.GetRequiredValue(quota), AsOf = asOf, Read = session.Read };
            var response = await session.Tariffs.GetQuotaStandingAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, () => session.Screen.Table(
                ["=Quota", "Number", "Status", ">Volume", ">Balance", "Of", "Unit", "How"],
                response.Standings.Select(RowOf),
                $"No period of {request.Quota} holds {Show.Day(asOf)}."));
        });
    }

    private static string[] RowOf(QuotaStanding standing) =>
    [
        standing.QuotaId,
        standing.OrderNumber,
        Show.Word(standing.Status),
        Show.Number(standing.Volume),
        Show.Number(standing.Balance),
        Show.Day(standing.BalanceOn),
        standing.Unit,
        standing.Text,
    ];
}
