using System.CommandLine;
using GeoGraph.Cli.Import;

namespace GeoGraph.Cli.Commands;

/// <summary><c>geograph import geograph</c>: files of GeoGraph's own format.</summary>
internal static class ImportGeoGraphCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "Files, or folders whose .yaml, .yml and .json files are meant.", Arity = ArgumentArity.OneOrMore };
        var check = new Option<bool>("--check") { Description = "Check the files alone; no service is asked and nothing is written." };
        var command = new Command("geograph", "GeoGraph's own format: YAML or JSON, sections of actors, relations, agreements, measures and the like.") { files, check };
        command.SetAction((parsed, _) =>
        {
            var set = GeoGraphFiles.Read(parsed.GetValue(files)!);
            foreach (var problem in set.Problems)
                Console.Error.WriteLine(problem);
            foreach (var reference in set.Unresolved)
                Console.Error.WriteLine($"note: {reference.Place}: {reference.Path}: \"{reference.Id}\": no file here gives this id");
            Console.WriteLine($"{set.Actors.Count} changes for actors, {set.Records.Count} for agreements, {set.Problems.Count} problems");
            return Task.FromResult(set.Problems.Count == 0 ? 0 : 1);
        });
        return command;
    }
}
