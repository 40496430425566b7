using System.Runtime.CompilerServices;
using GeoGraph.Cli.Import;
using GeoGraph.Cli.Server;

namespace GeoGraph.UnitTests.Cli;

public sealed class StarterDataTests
{
    [Fact]
    public void The_starter_data_is_read_without_a_problem_and_names_nothing_that_it_does_not_give()
    {
        var set = GeoGraphFiles.Read(DataFolder.FilesOf(Path.Combine(Root(), "deploy", "data")));
        Assert.Empty(set.Problems.Select(p => p.ToString()));
        Assert.Empty(set.Unresolved.Select(r => $"{r.Place}: {r.Path}: {r.Id}"));
        Assert.NotEmpty(set.Actors);
        Assert.NotEmpty(set.Records);
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
