using System.CommandLine;
using GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph agreements get</c>: one record of any kind, whole.</summary>
internal static class AgreementsGetCommand
{
    public static Command Create(CommandSetting setting)
    {
        var id = Values.IdArgument("id", "The id of an agreement, negotiation, event, claim, measure, stacking rule, quota or other record.");
        var command = new Command("get", "One record of any kind, whole, as protobuf JSON.") { id }
            .WithExamples("geograph agreements get agreement:usmca", "geograph agreements get measure:us-s122");
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var response = await session.Agreements.GetRecordAsync(new GetRecordRequest { Id = parsed.GetRequiredValue(id), Read = session.Read }, cancellationToken: cancellationToken);
            await session.ShowAsync(response, () => session.Screen.Plain(Output.JsonOutput.Of(response.Record)));
        });
    }
}
