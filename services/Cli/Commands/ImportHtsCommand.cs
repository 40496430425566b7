using System.CommandLine;
using GeoGraph.Cli.Import.Hts;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph import hts</c>: revisions of the Harmonized Tariff Schedule of the United States, as its publisher exports them.</summary>
internal static class ImportHtsCommand
{
    public static Command Create(CommandSetting setting)
    {
        var files = new Argument<string[]>("files") { Description = "Files of the publisher's JSON, plain or .gz, one a revision.", Arity = ArgumentArity.OneOrMore };
        var name = new Option<string?>("--revision-name") { Description = "The revision's name, as 2026-rev-10, where the file's does not tell it; for one file.", HelpName = "name" };
        var effective = Values.Day("--effective", $"The day from which it is in force, where no {RevisionName.DatesFile} beside the file tells it; for one file.");
        var command = new Command("hts", "The tariff schedule of the United States: rows with their dates, duties of columns 1 and 2, preferences by programme.") { files, name, effective };
        command.WithExamples("geograph import hts hts_2026_rev_10.json.gz", "geograph import hts schedule.json --revision-name 2026-rev-11 --effective 2026-07-01");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var named = Named(parsed.GetRequiredValue(files), parsed.GetValue(name), parsed.GetValue(effective));
            // The first file is read while the services start.
            var first = HtsFile.ReadAsync(named[0].Path, named[0].Name, cancellationToken);
            await using var session = await setting.OpenAsync(parsed, cancellationToken);
            return await new HtsImport(session).RunAsync(first, named, cancellationToken) ? ExitCodes.Answered : ExitCodes.Refused;
        });
        return command;
    }

    private static List<(string Path, RevisionName Name)> Named(string[] files, string? name, DateOnly? effective)
    {
        if (files.FirstOrDefault(file => !File.Exists(file)) is { } absent)
            throw new UsageException($"\"{absent}\" is no file");
        if (name is null && effective is null)
            return [.. files.Select(file => (file, RevisionName.OfFile(file)))];
        return files.Length > 1 || name is not { Length: > 0 } || effective is not { } from
            ? throw new UsageException("--revision-name and --effective are given together, for one file")
            : [(files[0], new RevisionName(RevisionName.ToName(name), from))];
    }
}
