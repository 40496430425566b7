using System.CommandLine;
using GeoGraph.Cli.Import.Sea;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph import sea</c>: the network of sea lanes and the ports on it.</summary>
internal static class ImportSeaCommand
{
    private static readonly string[] s_endings = [".geojson", ".geojson.gz"];

    public static Command Create(CommandSetting setting)
    {
        var paths = new Argument<string[]>("files") { Description = "GeoJSON files of lanes and ports, plain or .gz, or a folder of them.", Arity = ArgumentArity.OneOrMore };
        var replace = new Option<bool>("--replace") { Description = "Delete lanes of the store that the files do not hold, as for a new edition of the network." };
        var command = new Command("sea", "Sea lanes and ports, which routes and inferred transits are found on.") { paths, replace }
            .WithExamples("geograph import sea marnet_searoute.geojson.gz ports.geojson.gz", "geograph import sea sea-data/ --replace");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var files = FilesOf(parsed.GetRequiredValue(paths));
            // The files are read while the services start.
            var reading = Task.Run(() => SeaFiles.Read(files, cancellationToken), cancellationToken);
            await using var session = await setting.OpenAsync(parsed, cancellationToken);
            return await new SeaImport(session).RunAsync(await reading, parsed.GetValue(replace), cancellationToken) ? ExitCodes.Answered : ExitCodes.Refused;
        });
        return command;
    }

    private static List<string> FilesOf(string[] paths)
    {
        if (paths.FirstOrDefault(path => !File.Exists(path) && !Directory.Exists(path)) is { } absent)
            throw new UsageException($"\"{absent}\" is neither a file nor a folder");
        var files = paths.SelectMany(path => File.Exists(path) ? (IEnumerable<string>)[path] : Directory.GetFiles(path).Where(IsGeoJson).Order(StringComparer.Ordinal)).ToList();
        return files.Count > 0 ? files : throw new UsageException("the folder has no file that ends in .geojson or .geojson.gz");
    }

    private static bool IsGeoJson(string file) => s_endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
