using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph exposure</c>: how much one actor's inputs rest on something.</summary>
internal static class ExposureCommand
{
    public static Command Create(CommandSetting setting)
    {
        var of = Values.Id("--of", "The dependent: a firm, or a state for its imports.", required: true);
        var on = Values.Id("--on", "A firm, facility, state, bloc, product or chokepoint.", required: true);
        var question = new QuestionOptions(setting.Terminal);
        var command = new Command("exposure", "How much an actor's inputs rest on a firm, state, bloc, product or chokepoint, at any tier.") { of, on }
            .WithExamples("geograph exposure --of firm:nvidia --on TW", "geograph exposure --of firm:nvidia --on firm:asml --as-of 2026-01-01");
        question.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new GetExposureRequest { OfId = parsed.GetRequiredValue(of), OnId = parsed.GetRequiredValue(on), Question = question.Of(parsed, session) };
            var response = await session.Exposure.GetExposureAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, async () =>
            {
                await session.Names.LoadAsync(response.Exposures.SelectMany(e => e.Chains.SelectMany(c => c.ActorIds)), cancellationToken);
                session.Screen.Table(
                    ["Input", ">Share", "Chains"],
                    response.Exposures.Select(e => new[] { e.InputGroup, Show.Share(e.Share, e.ShareAtMost), string.Join("\n", e.Chains.Select(c => BasisReport.ChainText(c, session.Names))) }),
                    "Nothing rests on it in the data.");
                await BasisReport.ShowAsync(session, response.Basis, cancellationToken);
            });
        });
    }
}
