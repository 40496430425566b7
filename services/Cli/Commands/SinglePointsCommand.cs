using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph single-points</c>: whose loss alone stops an actor.</summary>
internal static class SinglePointsCommand
{
    public static Command Create(CommandSetting setting)
    {
        var of = Values.Id("--of", "The target.", required: true);
        var question = new QuestionOptions(setting.Terminal, onIsDate: true);
        var command = new Command("single-points", "Actors whose loss alone leaves the target without an essential input.") { of }
            .WithExamples("geograph single-points --of firm:nvidia");
        question.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ListSinglePointsRequest { OfId = parsed.GetRequiredValue(of), Question = question.Of(parsed, session) };
            var response = await session.Exposure.ListSinglePointsAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, async () =>
            {
                await session.Names.LoadAsync(response.Points.SelectMany(p => (p.Chain?.ActorIds ?? []).Append(p.ActorId)), cancellationToken);
                session.Screen.Table(
                    ["Who", "=Id", "Chain"],
                    response.Points.Select(p => new[] { session.Names.Of(p.ActorId), p.ActorId, p.Chain is null ? "" : BasisReport.ChainText(p.Chain, session.Names) }),
                    "No single actor stops it in the data.");
                await BasisReport.ShowAsync(session, response.Basis, cancellationToken);
            });
        });
    }
}
