using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Exposure.V1;
using Grpc.Core;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph impacts --watch</c>: what each change of the data means, as it comes.</summary>
internal static class ImpactsCommand
{
    public static Command Create(CommandSetting setting)
    {
        var watch = new Option<bool>("--watch") { Description = "Go on until interrupted; without it, tell what there is and end." };
        var of = Values.Ids("--of", "Only what touches this actor; may be given more than once.");
        var after = new Option<string>("--after") { Description = "The state after which changes are told, as an earlier answer gave it; from now on where left out.", HelpName = "token", DefaultValueFactory = _ => "" };
        var asOf = Values.Day("--as-of", "The date on which relations and law must hold; today where left out.");
        asOf.Aliases.Add("--on");
        var limit = Values.Limit();
        var command = new Command("impacts", "The firms and amounts that each new measure or relation touches, as they come.") { watch, of, after, asOf, limit }
            .WithExamples("geograph impacts --watch", "geograph impacts --watch --of US --after actors=12,agreements=7 --json");
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new WatchImpactsRequest
            {
                OfIds = { parsed.GetRequiredValue(of) },
                After = parsed.GetValue(after) ?? "",
                AsOf = (parsed.GetValue(asOf) ?? setting.Terminal.Today).ToDate(),
                Limit = parsed.GetValue(limit),
            };
            using var call = session.Exposure.WatchImpacts(request, cancellationToken: cancellationToken);
            var isTold = request.After.Length == 0;
            await foreach (var response in call.ResponseStream.ReadAllAsync(cancellationToken))
            {
                if (session.IsJson)
                    await session.LineAsync(response);
                else
                    await ImpactReport.ShowAsync(session, response.Impact, cancellationToken);
                // The first message of a watch says from where it goes on, and not that all since is told.
                if (!parsed.GetValue(watch) && response.Impact.CaughtUp && isTold)
                    return;
                isTold = true;
            }
        });
    }
}
