using GeoGraph.Cli.Commands;
using GeoGraph.Cli.Output;
using GeoGraph.Cli.Server;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Demo;

/// <summary>Who depends on the Taiwan Strait, for what share, through which chain.</summary>
internal static class StraitDemo
{
    private const string Strait = "chokepoint:taiwan-strait";

    /// <summary>Asks and answers.</summary>
    public static async Task AnswerAsync(Session session, DateOnly asOf, CancellationToken cancellationToken)
    {
        var request = new ListChokepointExposuresRequest { ChokepointId = Strait, Question = new Question { AsOf = asOf.ToDate(), Read = session.Read } };
        var response = await session.Exposure.ListChokepointExposuresAsync(request, cancellationToken: cancellationToken);
        await session.ShowAsync(response, async () =>
        {
            await session.Names.LoadAsync([Strait], cancellationToken);
            session.Screen.Heading($"1. Who depends on the {session.Names.Of(Strait)}, for what share, through which chain?");
            await ChokepointReport.ShowAsync(session, response, cancellationToken);
            await BasisReport.ShowAsync(session, response.Basis, cancellationToken);
        });
    }
}
