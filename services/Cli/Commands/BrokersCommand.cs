using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph brokers</c>: who lies between others most.</summary>
internal static class BrokersCommand
{
    public static Command Create(CommandSetting setting)
    {
        var samples = new Option<int>("--samples") { Description = "From how many suppliers paths are counted; all where left out, or 1000 of more than 10000.", HelpName = "n", DefaultValueFactory = _ => 0 };
        var question = new QuestionOptions(setting.Terminal, onIsDate: true);
        var command = new Command("brokers", "Actors by how many shortest paths of supply between others pass them.") { samples }
            .WithExamples("geograph brokers --limit 10");
        question.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new RankBrokersRequest { Samples = parsed.GetValue(samples), Question = question.Of(parsed, session) };
            var response = await session.Exposure.RankBrokersAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, async () =>
            {
                await session.Names.LoadAsync(response.Brokers.Select(broker => broker.ActorId), cancellationToken);
                session.Screen.Table(["Who", ">Paths"], response.Brokers.Select(broker => new[] { session.Names.Of(broker.ActorId), Show.Number(broker.Betweenness) }), "Nobody lies between others in the data.");
                await BasisReport.ShowAsync(session, response.Basis, cancellationToken);
            });
        });
    }
}
