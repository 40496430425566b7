using System.CommandLine;
using System.Globalization;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph disruptions</c>: whose loss alone costs most.</summary>
internal static class DisruptionsCommand
{
    public static Command Create(CommandSetting setting)
    {
        var of = Values.Id("--of", "A target whose level alone counts; what is lost in all where left out.");
        var question = new QuestionOptions(setting.Terminal, onIsDate: true);
        var command = new Command("disruptions", "All actors by what is lost when each alone is lost.") { of }
            .WithExamples("geograph disruptions --limit 20", "geograph disruptions --of firm:nvidia");
        question.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new RankDisruptionsRequest { OfId = parsed.GetValue(of) ?? "", Question = question.Of(parsed, session) };
            var response = await session.Exposure.RankDisruptionsAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, async () =>
            {
                await session.Names.LoadAsync(response.Disruptions.Select(node => node.ActorId), cancellationToken);
                session.Screen.Table(
                    ["Without", ">Lost USD a year", ">Level of the target", ">Others touched"],
                    response.Disruptions.Select(node => new[]
                    {
                        session.Names.Of(node.ActorId), Show.Number(node.LostUsdPerYear), node.Level.Length > 0 ? Show.Share(node.Level) : "",
                        node.AffectedActors.ToString(CultureInfo.InvariantCulture),
                    }),
                    "Nobody's loss costs anybody anything in the data.");
                await BasisReport.ShowAsync(session, response.Basis, cancellationToken);
            });
        });
    }
}
