using System.CommandLine;
using GeoGraph.Cli.Import;
using GeoGraph.Cli.Server;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph import geograph</c>: files of GeoGraph's own format.</summary>
internal static class ImportGeoGraphCommand
{
    public static Command Create(CommandSetting setting)
    {
        var files = new Argument<string[]>("files") { Description = "Files, or folders whose .yaml, .yml and .json files are meant.", Arity = ArgumentArity.OneOrMore };
        var check = new Option<bool>("--check") { Description = "Check the files alone: no service is asked, nothing is written; ids that no file gives are noted." };
        var command = new Command("geograph", "GeoGraph's own format: YAML or protobuf JSON, sections of actors, relations, agreements, measures and the like.") { files, check };
        command.WithExamples("geograph import geograph actors.yaml measures.yaml", "geograph import geograph deploy/data --check");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var set = GeoGraphFiles.Read(Expand(parsed.GetRequiredValue(files)));
            foreach (var problem in set.Problems)
                await setting.Terminal.Error.WriteLineAsync(problem.ToString());
            if (parsed.GetValue(check))
                return await ReportCheckAsync(set, setting);
            if (set.Problems.Count > 0)
            {
                await setting.Terminal.Error.WriteLineAsync($"{set.Problems.Count} problems; nothing was written.");
                return ExitCodes.Refused;
            }
            await using var session = await setting.OpenAsync(parsed, cancellationToken);
            return await SendAsync(session, set, setting, cancellationToken);
        });
        return command;
    }

    private static async Task<int> ReportCheckAsync(ImportSet set, CommandSetting setting)
    {
        var unresolved = set.Unresolved.GroupBy(r => r.Id).ToList();
        foreach (var references in unresolved)
        {
            var first = references.First();
            var further = references.Count() > 1 ? $" (named {references.Count()} times)" : "";
            await setting.Terminal.Error.WriteLineAsync($"note: {first.Place}: {first.Path}: \"{first.Id}\": no file here gives this id{further}");
        }
        await setting.Terminal.Out.WriteLineAsync($"{set.Actors.Count} changes for actors, {set.Records.Count} for agreements, {set.Problems.Count} problems, {unresolved.Count} ids not given here");
        return set.Problems.Count == 0 ? ExitCodes.Answered : ExitCodes.Refused;
    }

    private static async Task<int> SendAsync(Session session, ImportSet set, CommandSetting setting, CancellationToken cancellationToken)
    {
        var outcome = await ImportProgress.RunAsync(session, set, cancellationToken);
        foreach (var refusal in outcome.Refusals)
            await setting.Terminal.Error.WriteLineAsync(refusal);
        foreach (var (service, receipt) in outcome.Receipts)
            await session.ShowAsync(receipt, () => session.Screen.Line($"{service}: {receipt.Created} created, {receipt.Replaced} replaced, {receipt.Unchanged} unchanged, {receipt.Deleted} deleted, {receipt.Merged} merged"));
        return outcome.Refusals.Count == 0 ? ExitCodes.Answered : ExitCodes.Refused;
    }

    private static IEnumerable<string> Expand(IEnumerable<string> paths) => paths.SelectMany(path =>
        Directory.Exists(path) ? DataFolder.FilesOf(path)
        : File.Exists(path) ? [path]
        : throw new UsageException($"\"{path}\" is no file and no folder"));
}
