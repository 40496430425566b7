using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph closure</c>: what shutting straits and canals does to flows.</summary>
internal static class ClosureCommand
{
    public static Command Create(CommandSetting setting)
    {
        var chokepoints = Values.Ids("--chokepoint", "A passage that is shut; may be given more than once.");
        var of = Values.Id("--of", "Only the flows into this actor, at every tier; all flows where left out.");
        var noRerouting = new Option<bool>("--no-rerouting") { Description = "Take what passes as lost even where another way is open." };
        var speed = Text("--speed", "knots", "The speed at sea in knots, 1 to 60; 14 where left out.");
        var cost = Text("--cost-per-km", "share", "What a kilometre more costs against the value of the goods, as 0.000002.");
        var days = Text("--days", "days", "How long it lasts; a year where left out.");
        var question = new QuestionOptions(setting.Terminal, onIsDate: true);
        var command = new Command("closure", "What shutting chokepoints does: which flows are lost, which go round and how much longer, what the others carry then.") { chokepoints, of, noRerouting, speed, cost, days }
            .WithExamples("geograph closure --chokepoint chokepoint:taiwan-strait", "geograph closure --chokepoint chokepoint:suez --of state:NL --days 60 --speed 16");
        question.AddTo(command);
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new AssessClosureRequest
            {
                ChokepointIds = { parsed.GetRequiredValue(chokepoints) },
                OfId = parsed.GetValue(of) ?? "",
                NoRerouting = parsed.GetValue(noRerouting),
                SpeedKnots = parsed.GetValue(speed) ?? "",
                CostPerKm = parsed.GetValue(cost) ?? "",
                Days = parsed.GetValue(days) ?? "",
                Question = question.Of(parsed, session),
            };
            if (request.ChokepointIds.Count == 0)
                throw new UsageException("give --chokepoint, once or more");
            var response = await session.Exposure.AssessClosureAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, () => ClosureReport.ShowAsync(session, response, cancellationToken));
        });
    }

    private static Option<string?> Text(string name, string help, string description) => new(name) { Description = description, HelpName = help };
}
