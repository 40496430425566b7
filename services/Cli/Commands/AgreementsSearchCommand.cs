using System.CommandLine;
using GeoGraph.Cli.Output;
using GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph agreements search</c>: records by name or title in any script.</summary>
internal static class AgreementsSearchCommand
{
    public static Command Create(CommandSetting setting)
    {
        var text = new Argument<string>("text") { Description = "A name or title or part of one, in any script." };
        var kinds = Values.Words<RecordKind>("--kind", "Only these kinds.", RecordReflection.Descriptor);
        var limit = Values.Limit(most: 1000);
        var command = new Command("search", "Find agreements, measures and other records by name.") { text, kinds, limit }
            .WithExamples("geograph agreements search semiconductors", "geograph agreements search 日米 --kind agreement");
        return setting.Answering(command, async (parsed, session, cancellationToken) =>
        {
            var request = new SearchRecordsRequest { Text = parsed.GetRequiredValue(text), Kinds = { parsed.GetValue(kinds) }, Limit = parsed.GetValue(limit), Read = session.Read };
            var response = await session.Agreements.SearchRecordsAsync(request, cancellationToken: cancellationToken);
            await session.ShowAsync(response, () => session.Screen.Table(["=Id", "Name"], response.Records.Select(RecordRow.Of), "No record has such a name."));
        });
    }
}
