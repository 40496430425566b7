using GeoGraph.Cli.Commands;
using GeoGraph.Cli.Output;
using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Cli.Demo;

/// <summary>Who is bound to defend Japan, and which forums that it sits in bind nobody.</summary>
internal static class DefenceDemo
{
    /// <summary>Asks and answers.</summary>
    public static async Task AnswerAsync(Session session, DateOnly asOf, CancellationToken cancellationToken)
    {
        var request = new ListCommitmentsRequest { TowardsId = "state:JP", Obligation = Obligation.Defense, AsOf = asOf.ToDate(), Read = session.Read };
        var response = await session.Actors.ListCommitmentsAsync(request, cancellationToken: cancellationToken);
        await session.ShowAsync(response, async () =>
        {
            session.Screen.Heading("3. Who is bound to defend Japan, and who only meets with it?");
            await CommitmentReport.ShowAsync(session, request, response, cancellationToken);
        });
    }
}
