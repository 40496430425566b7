using System.CommandLine;
using System.Globalization;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph reach</c>: who is upstream or downstream, tier by tier.</summary>
internal static class ReachCommand
{
    public static Command Create(CommandSetting setting)
    {
        var of = Values.Id("--of", "The actor in the middle: a firm, facility or state.", required: true);
        var downstream = new Option<bool>("--downstream") { Description = "Buyers of buyers in place of suppliers of suppliers." };
        var question = new QuestionOptions(setting.Terminal, onIsDate: true);
        var command = new Command("reach", "Who is upstream of an actor, or downstream, tier by tier.") { of, downstream }
            .WithExamples("geograph reach --of firm:nvidia", "geograph reach --of firm:asml --downstream");
        question.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ListReachRequest { OfId = parsed.GetRequiredValue(of), Downstream = parsed.GetValue(downstream), Question = question.Of(parsed, session) };
            var response = await session.Exposure.ListReachAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, async () =>
            {
                await session.Names.LoadAsync(response.Tiers.SelectMany(tier => tier.ActorIds), cancellationToken);
                session.Screen.Table(
                    [">Tier", ">Actors", "Who"],
                    response.Tiers.Select(tier => new[] { Text(tier.Tier), Text(tier.Actors), string.Join(", ", tier.ActorIds.Select(session.Names.Of)) }),
                    "Nobody is reached in the data.");
                await BasisReport.ShowAsync(session, response.Basis, cancellationToken);
            });
        });
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
