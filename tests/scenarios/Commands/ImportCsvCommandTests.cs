using System.Text.Json;

namespace GeoGraph.Scenarios.Commands;

/// <summary><c>geograph import csv</c> into a store of its own.</summary>
public sealed class ImportCsvCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("geograph-import-csv-");

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    // The figures of the small world that the template's example rows are.
    [Fact]
    public async Task The_template_is_a_small_world_with_its_figures_and_twice_changes_nothing()
    {
        var file = Path.Combine(_folder.FullName, "template.csv");
        await CommandRun.AnsweredAsync("import", "csv", "--template", file);
        Assert.Equal("actors: 37 created, 0 replaced, 0 unchanged", (await ImportAsync(file)).Out.Trim());
        Assert.Equal("actors: 0 created, 0 replaced, 37 unchanged", (await ImportAsync(file)).Out.Trim());
        Assert.Equal("0.625", await FirstAsync("groups", "hhi", "concentration", "--of", "firm:example-mx-ecu", "--group", "chip"));
        Assert.Equal("0.445", await FirstAsync("groups", "hhi", "concentration", "--of", "firm:example-mx-ecu", "--group", "chip", "--look-through"));
        Assert.Equal("0.6", await FirstAsync("exposures", "share", "exposure", "--of", "firm:example-us-oem", "--on", "firm:example-tw-fab"));
        var points = await AnswerAsync("single-points", "--of", "firm:example-us-oem");
        Assert.Equal(
            ["firm:example-kr-cathode", "firm:example-mx-ecu", "firm:example-us-pack"],
            points.GetProperty("points").EnumerateArray().Select(point => point.GetProperty("actorId").GetString()));
        var straits = await AnswerAsync("chokepoints", "--of", "firm:example-mx-ecu");
        Assert.Contains(straits.GetProperty("exposures").EnumerateArray(), exposure =>
            exposure.GetProperty("chokepointId").GetString() == "chokepoint:example-taiwan-strait" && exposure.GetProperty("share").GetString() == "0.45");
    }

    [Fact]
    public async Task Actors_that_are_nowhere_are_told_together_with_what_else_is_wrong_and_nothing_is_written()
    {
        var file = File("type,from_id,to_id,share\nOWNS,firm:a,firm:b,0.5\nOWNS,firm:a,firm:c,half\n");
        var run = await ImportAsync(file, expected: 1);
        Assert.Contains($"{file}:2:6: from_id: \"firm:a\": no actor has this id, neither in these files nor in the store; give it a row of its own (named 2 times)", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{file}:3:20: share: \"half\": a decimal is plain digits", run.Error, StringComparison.Ordinal);
        Assert.Contains("4 problems; nothing was written.", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task Actors_of_the_store_may_be_named_by_later_files()
    {
        await ImportAsync(File("id,name\nfirm:a,A\nfirm:b,B\n"));
        Assert.StartsWith("actors: 1 created", (await ImportAsync(File("type;from_id;to_id;share\r\nOWNS;firm:a;firm:b;0.5\r\n"))).Out, StringComparison.Ordinal);
        Assert.StartsWith("actors: 0 created, 1 replaced", (await ImportAsync(File("type;from_id;to_id;share\nOWNS;firm:a;firm:b;0.75\n"))).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_service_refuses_is_told_by_its_cell()
    {
        var file = File("id,name,main_port\nfirm:a,A,Taipei\n");
        var run = await ImportAsync(file, expected: 1);
        Assert.Contains($"{file}:2:10", run.Error, StringComparison.Ordinal);
        Assert.Contains("UN/LOCODE", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_asks_no_service()
    {
        var run = await CommandRun.OfAsync("import", "csv", File("type,from_id,to_id\nOWNS,firm:a,firm:b\n"), "--check");
        Assert.Equal((0, "1 changes for actors, 0 problems, 2 ids not given here"), (run.ExitCode, run.Out.Trim()));
        Assert.Contains("note: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_takes_no_file_s_place()
    {
        var run = await CommandRun.OfAsync("import", "csv", "--template", File("mine"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("is there already", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("record,id,type,", (await CommandRun.AnsweredAsync("import", "csv", "--template", "-")).Out, StringComparison.Ordinal);
    }

    private string[] Data => ["--data", Path.Combine(_folder.FullName, "store")];

    private string File(string text)
    {
        var path = Path.Combine(_folder.FullName, "sheet.csv");
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private async Task<CommandRun> ImportAsync(string file, int expected = 0)
    {
        var run = await CommandRun.OfAsync(["import", "csv", file, .. Data]);
        Assert.True(run.ExitCode == expected, $"exit code {run.ExitCode}: {run.Error}");
        return run;
    }

    private async Task<JsonElement> AnswerAsync(params string[] question)
    {
        using var answer = JsonDocument.Parse((await CommandRun.AnsweredAsync([.. question, "--json", .. Data])).Out);
        return answer.RootElement.Clone();
    }

    private async Task<string?> FirstAsync(string list, string field, params string[] question) =>
        (await AnswerAsync(question)).GetProperty(list)[0].GetProperty(field).GetString();
}
