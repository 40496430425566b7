using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph chokepoints</c>: who depends on which passage, at every tier.</summary>
internal static class ChokepointsCommand
{
    public static Command Create(CommandSetting setting)
    {
        var of = Values.Id("--of", "The dependent: a firm, or a state for its imports.");
        var at = Values.Id("--at", "The chokepoint; with --of left out, all who depend on it.");
        var question = new QuestionOptions(setting.Terminal, onIsDate: true);
        var command = new Command("chokepoints", "Which straits and canals an actor's inputs pass, or who depends on one, at every tier, with the chains.") { of, at }
            .WithExamples("geograph chokepoints --of firm:nvidia", "geograph chokepoints --at chokepoint:taiwan-strait --as-of 2026-01-01");
        question.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ListChokepointExposuresRequest { OfId = parsed.GetValue(of) ?? "", ChokepointId = parsed.GetValue(at) ?? "", Question = question.Of(parsed, session) };
            if (request.OfId.Length + request.ChokepointId.Length == 0)
                throw new UsageException("give --of, --at or both");
            var response = await session.Exposure.ListChokepointExposuresAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, async () =>
            {
                await ChokepointReport.ShowAsync(session, response, cancellationToken);
                await BasisReport.ShowAsync(session, response.Basis, cancellationToken);
            });
        });
    }
}
