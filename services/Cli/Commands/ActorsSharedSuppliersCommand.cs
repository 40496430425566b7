using System.CommandLine;
using System.Globalization;
using GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph actors shared-suppliers</c>: who lies upstream of each of several actors, as the store itself answers it.</summary>
internal static class ActorsSharedSuppliersCommand
{
    public static Command Create(CommandSetting setting)
    {
        var of = Values.Ids("--of", "Who is supplied: a firm, facility or state; given at least twice.");
        of.Required = true;
        var tiers = SupplyOptions.Tiers();
        var asOf = Values.Day("--as-of", "Only flows that hold on the date; all where left out.");
        var limit = Values.Limit();
        var command = new Command("shared-suppliers", "Who lies upstream of each of several actors, the nearest first.") { of, tiers, asOf, limit }
            .WithExamples("geograph actors shared-suppliers --of firm:nvidia --of firm:xilinx", "geograph actors shared-suppliers --of firm:nvidia --of firm:lockheed-martin --tiers 3");
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ListSharedSuppliersRequest
            {
                OfIds = { parsed.GetRequiredValue(of) },
                MaxTiers = parsed.GetValue(tiers),
                AsOf = parsed.GetValue(asOf).ToDate(),
                Limit = parsed.GetValue(limit),
                Read = session.Read,
            };
            var response = await session.Actors.ListSharedSuppliersAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, async () =>
            {
                await session.Names.LoadAsync(response.Suppliers.Select(supplier => supplier.ActorId).Concat(response.OfIds), cancellationToken);
                session.Screen.Table(
                    ["Supplier", .. response.OfIds.Select(id => ">Tier of " + session.Names.Of(id))],
                    response.Suppliers.Select(supplier => (string[])[session.Names.Of(supplier.ActorId), .. supplier.Tiers.Select(tier => tier.ToString(CultureInfo.InvariantCulture))]),
                    "They share no supplier in the data.");
                SupplyOptions.ShowPruning(session.Screen, response.Completeness);
            });
        });
    }
}
