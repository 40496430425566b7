using System.CommandLine;
using GeoGraph.Cli.Import.Eto;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph import eto</c>: the advanced-semiconductor supply chain of the Emerging Technology Observatory.</summary>
internal static class ImportEtoCommand
{
    public static Command Create(CommandSetting setting)
    {
        var folder = new Argument<string>("folder") { Description = "The folder of the publisher's tables: stages.csv, inputs.csv, providers.csv, provision.csv, sequence.csv." };
        var command = new Command("eto", "The supply chain of advanced chips by the Emerging Technology Observatory: who makes which tools, materials and steps. CC BY-NC 4.0, shown first.") { folder };
        command.WithExamples("geograph import eto eto", "geograph alternatives --of TW --product product:eto-photoresists --within bloc:quad");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var tables = new EtoFolder(parsed.GetRequiredValue(folder));
            await using var session = await setting.OpenAsync(parsed, cancellationToken);
            return await new EtoImport(session).RunAsync(tables, cancellationToken) ? ExitCodes.Answered : ExitCodes.Refused;
        });
        return command;
    }
}
