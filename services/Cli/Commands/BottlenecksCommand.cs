using System.CommandLine;
using System.Globalization;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph bottlenecks</c>: whom paths of supply to a buyer cannot go round.</summary>
internal static class BottlenecksCommand
{
    public static Command Create(CommandSetting setting)
    {
        var of = Values.Id("--of", "The buyer: a firm, facility or state.", required: true);
        var question = new QuestionOptions(setting.Terminal, onIsDate: true);
        var command = new Command("bottlenecks", "Actors that every path of supply from somebody upstream to a buyer passes. For what stops it, see single-points.") { of }
            .WithExamples("geograph bottlenecks --of firm:nvidia");
        question.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ListBottlenecksRequest { OfId = parsed.GetRequiredValue(of), Question = question.Of(parsed, session) };
            var response = await session.Exposure.ListBottlenecksAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, async () =>
            {
                await session.Names.LoadAsync(response.Bottlenecks.Select(bottleneck => bottleneck.ActorId), cancellationToken);
                session.Screen.Table(
                    ["Who", ">Tier", ">Actors behind it", "On every path"],
                    response.Bottlenecks.Select(bottleneck => new[]
                    {
                        session.Names.Of(bottleneck.ActorId), Text(bottleneck.Tier), Text(bottleneck.BehindActors), bottleneck.OnEveryPath ? "yes" : "",
                    }),
                    "Paths of supply go round everybody in the data.");
                await BasisReport.ShowAsync(session, response.Basis, cancellationToken);
            });
        });
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
