using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph actors relations</c>: who supplies, owns, joins or controls what.</summary>
internal static class ActorsRelationsCommand
{
    public static Command Create(CommandSetting setting)
    {
        var from = Values.Ids("--from", "Relations that start from this actor; may be given more than once.");
        var to = Values.Ids("--to", "Relations that end on this actor; may be given more than once.");
        var touching = Values.Ids("--touching", "Relations with this actor at either end; may be given more than once.");
        var refersTo = Values.Ids("--refers-to", "Relations that speak of this product, chokepoint, state or claim; may be given more than once.");
        var types = Values.Words<RelationType>("--type", "Only these types.", ActorReflection.Descriptor);
        var asOf = Values.Day("--as-of", "Only relations that hold on the date.");
        var limit = Values.Limit();
        var command = new Command("relations", "Relations between actors, in order of id. All filters hold together.") { from, to, touching, refersTo, types, asOf, limit }
            .WithExamples("geograph actors relations --to firm:nvidia --type supplies", "geograph actors relations --refers-to chokepoint:taiwan-strait");
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new ListRelationsRequest
            {
                Types_ = { parsed.GetValue(types) },
                FromIds = { parsed.GetValue(from) },
                ToIds = { parsed.GetValue(to) },
                TouchingIds = { parsed.GetValue(touching) },
                RefersToIds = { parsed.GetValue(refersTo) },
                AsOf = parsed.GetValue(asOf).ToDate(),
                PageSize = parsed.GetValue(limit),
                Read = session.Read,
            };
            var response = await session.Actors.ListRelationsAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, () =>
            {
                session.Screen.Table(["=From", "Relation", "=To", "What", "Valid", "Sources"], response.Relations.Select(RelationRow.Of), "No relation is so.");
                session.Screen.MoreIf(response.NextPageToken);
            });
        });
    }
}
