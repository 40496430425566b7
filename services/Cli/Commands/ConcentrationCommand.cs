using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph concentration</c>: how concentrated an actor's inputs are.</summary>
internal static class ConcentrationCommand
{
    public static Command Create(CommandSetting setting)
    {
        var of = Values.Id("--of", "The buyer: a firm, or a state for its imports.", required: true);
        var group = new Option<string>("--group") { Description = "One input group; all where left out.", HelpName = "name" };
        var level = Values.Word<ConcentrationLevel>("--level", "Whose shares are summed; by supplier where left out.", ExposureReflection.Descriptor);
        var through = new Option<bool>("--look-through") { Description = "Trace shares through suppliers to the origin." };
        var blocs = Values.Ids("--bloc", "A bloc to sum by, with --level bloc; may be given more than once.");
        var question = new QuestionOptions(setting.Terminal, onIsDate: true);
        var command = new Command("concentration", "How concentrated an actor's inputs are: the sum of squared shares, and who holds them.") { of, group, level, through, blocs }
            .WithExamples("geograph concentration --of firm:nvidia", "geograph concentration --of firm:nvidia --group wafers --level state --look-through");
        question.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new GetConcentrationRequest
            {
                OfId = parsed.GetRequiredValue(of),
                InputGroup = parsed.GetValue(group) ?? "",
                Level = parsed.GetValue(level),
                LookThrough = parsed.GetValue(through),
                BlocIds = { parsed.GetValue(blocs) },
                Question = question.Of(parsed, session),
            };
            var response = await session.Exposure.GetConcentrationAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, async () =>
            {
                await session.Names.LoadAsync(response.Groups.SelectMany(g => g.Holders.Select(h => h.Id)), cancellationToken);
                session.Screen.Table(
                    ["Input", ">HHI", "Held by", ">Unknown"],
                    response.Groups.Select(g => new[] { g.InputGroup, Index(g), string.Join(", ", g.Holders.Select(h => $"{session.Names.Of(h.Id)} {Show.Share(h.Share)}")), Show.Share(g.UnknownShare) }),
                    "It has no inputs in the data.");
                await BasisReport.ShowAsync(session, response.Basis, cancellationToken);
            });
        });
    }

    private static string Index(GroupConcentration group) => (group.Hhi, group.HhiAtMost) switch
    {
        ("", _) => "?",
        (var hhi, "") => hhi,
        var (low, high) => $"{low} to {high}",
    };
}
