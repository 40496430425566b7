using System.CommandLine;
using System.Globalization;
using GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph actors upstream</c>: suppliers of suppliers, tier by tier, as the store itself answers it.</summary>
internal static class ActorsUpstreamCommand
{
    public static Command Create(CommandSetting setting)
    {
        var of = Values.Id("--of", "Who is supplied: a firm, facility or state.", required: true);
        var tiers = SupplyOptions.Tiers();
        var asOf = Values.Day("--as-of", "Only flows that hold on the date; all where left out.");
        var limit = Values.Limit();
        var command = new Command("upstream", "Who lies upstream of an actor, tier by tier, asked of the store.") { of, tiers, asOf, limit }
            .WithExamples("geograph actors upstream --of firm:nvidia", "geograph actors upstream --of US --tiers 2 --as-of 2026-02-01");
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ListUpstreamRequest
            {
                OfId = parsed.GetRequiredValue(of),
                MaxTiers = parsed.GetValue(tiers),
                AsOf = parsed.GetValue(asOf).ToDate(),
                Limit = parsed.GetValue(limit),
                Read = session.Read,
            };
            var response = await session.Actors.ListUpstreamAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, async () =>
            {
                await session.Names.LoadAsync(response.Tiers.SelectMany(tier => tier.ActorIds), cancellationToken);
                session.Screen.Table(
                    [">Tier", ">Actors", "Who"],
                    response.Tiers.Select(tier => new[] { tier.Tier.ToString(CultureInfo.InvariantCulture), tier.Actors.ToString(CultureInfo.InvariantCulture), string.Join(", ", tier.ActorIds.Select(session.Names.Of)) }),
                    "Nobody is upstream in the data.");
                SupplyOptions.ShowPruning(session.Screen, response.Completeness);
            });
        });
    }
}
