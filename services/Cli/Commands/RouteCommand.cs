using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph route</c>: the shortest way by sea between two ports.</summary>
internal static class RouteCommand
{
    public static Command Create(CommandSetting setting)
    {
        var from = End("--from", "The port of departure: its UN/LOCODE, or an actor with a main port; two letters stand for a state.");
        var to = End("--to", "The port of arrival.");
        var close = new Option<string[]>("--close") { Description = "Passages, gates or chokepoints that are shut, by label or id; several with commas or by giving it again.", HelpName = "names", DefaultValueFactory = _ => [] };
        var speed = new Option<string?>("--speed") { Description = "The speed in knots, 1 to 60; 14 where left out.", HelpName = "knots" };
        var points = new Option<bool>("--points") { Description = "List the points of the way." };
        var on = Values.Day("--on", "The date that scenarios and the answer name; ways themselves are of no date.");
        on.Aliases.Add("--as-of");
        var command = new Command("route", "The shortest way by sea between two ports: length, days, passages and gates.") { from, to, close, speed, points, on }
            .WithExamples("geograph route --from TWKHH --to NLRTM", "geograph route --from TWKHH --to NLRTM --close suez,taiwan-strait --speed 18");
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new FindRouteRequest
            {
                From = parsed.GetRequiredValue(from),
                To = parsed.GetRequiredValue(to),
                Closed = { parsed.GetRequiredValue(close).SelectMany(names => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) },
                SpeedKnots = parsed.GetValue(speed) ?? "",
                WithPoints = parsed.GetValue(points),
                Question = new Question { AsOf = parsed.GetValue(on).ToDate(), Read = session.Read },
            };
            var response = await session.Exposure.FindRouteAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, () => RouteReport.Show(session.Screen, response));
        });
    }

    private static Option<string> End(string name, string description) =>
        new(name) { Description = description, HelpName = "port", Required = true, CustomParser = result => Values.ToId(result.Tokens[0].Value) };
}
