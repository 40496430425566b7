using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph disrupt</c>: what a shock does, to whom, and from which day.</summary>
internal static class DisruptCommand
{
    public static Command Create(CommandSetting setting)
    {
        var remove = Values.Ids("--remove", "An actor that produces nothing; may be given more than once.");
        var close = Values.Ids("--close", "A chokepoint that is shut; may be given more than once.");
        var noRerouting = new Option<bool>("--no-rerouting") { Description = "What passes a shut chokepoint is lost even where another way is open by sea." };
        var days = new Option<string>("--days") { Description = "How long it lasts; until the lost actors recover where left out.", HelpName = "days", DefaultValueFactory = _ => "" };
        var linear = Values.Ids("--linear", "An actor that loses output in proportion, as if it could go on without any of its inputs; may be given more than once.");
        var of = Values.Ids("--of", "Look at this actor alone; may be given more than once. All that are touched where left out.");
        var upstream = new Option<bool>("--upstream") { Description = "Also what suppliers lose in demand." };
        var question = new QuestionOptions(setting.Terminal, onIsDate: true, shortScenarios: false);
        var command = new Command("disrupt", "What a shock does: how far each actor can still produce, what is lost, how long stocks last, and which inputs stop on which day.")
            {
                remove, close, noRerouting, days, linear, of, upstream,
            }
            .WithExamples("geograph disrupt --remove firm:tsmc --days 60", "geograph disrupt --close chokepoint:taiwan-strait --days 60 --of firm:nvidia");
        question.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var shock = new Shock
            {
                RemovedIds = { parsed.GetValue(remove) },
                ClosedChokepointIds = { parsed.GetValue(close) },
                NoRerouting = parsed.GetValue(noRerouting),
                Days = parsed.GetValue(days),
                LinearIds = { parsed.GetValue(linear) },
            };
            if (shock.RemovedIds.Count + shock.ClosedChokepointIds.Count == 0)
                throw new UsageException("give --remove, --close or both");
            var request = new AssessDisruptionRequest { Shock = shock, OfIds = { parsed.GetValue(of) }, Upstream = parsed.GetValue(upstream), Question = question.Of(parsed, session) };
            var response = await session.Exposure.AssessDisruptionAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, () => DisruptionReport.ShowAsync(session, response, cancellationToken));
        });
    }
}
