using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph cut-sets</c>: the smallest sets of actors whose loss together stops an actor.</summary>
internal static class CutSetsCommand
{
    public static Command Create(CommandSetting setting)
    {
        var of = Values.Id("--of", "The dependent: a firm, facility or state.", required: true);
        var size = new Option<int>("--max-size") { Description = "The largest set looked for, 1 to 4.", HelpName = "n", DefaultValueFactory = _ => 2 };
        var question = new QuestionOptions(setting.Terminal, onIsDate: true);
        var command = new Command("cut-sets", "The smallest sets of actors whose loss together leaves an actor without an essential input.") { of, size }
            .WithExamples("geograph cut-sets --of firm:nvidia", "geograph cut-sets --of firm:nvidia --max-size 3");
        question.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ListCutSetsRequest { OfId = parsed.GetRequiredValue(of), MaxSize = parsed.GetValue(size), Question = question.Of(parsed, session) };
            var response = await session.Exposure.ListCutSetsAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, async () =>
            {
                await session.Names.LoadAsync(response.Sets.SelectMany(set => set.ActorIds), cancellationToken);
                session.Screen.Table(["Without all of"], response.Sets.Select(set => new[] { string.Join(" and ", set.ActorIds.Select(session.Names.Of)) }), "No set of that size stops it.");
                await BasisReport.ShowAsync(session, response.Basis, cancellationToken);
            });
        });
    }
}
