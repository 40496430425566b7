using System.Text.Json;

namespace GeoGraph.Scenarios.Eto;

/// <summary>The publisher's folder imported whole, as <c>geograph import eto</c> does it.</summary>
public sealed class EtoFolderTests : IDisposable
{
    private const string File = "data/eto/provision.csv";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("geograph-import-eto-");

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    [SharedDataFact(File)]
    public async Task Every_row_is_read_after_the_licence_and_twice_changes_nothing()
    {
        var run = await ImportAsync();
        Assert.Contains("Creative Commons Attribution-NonCommercial 4.0", run.Out, StringComparison.Ordinal);
        Assert.True(run.Out.IndexOf("Creative Commons", StringComparison.Ordinal) < run.Out.IndexOf("actors: ", StringComparison.Ordinal));
        // 82 products, 273 firms (two providers are one) in their states, 20 states, 656 provisions, 93 rows of sequence, 12 processes of a stage.
        Assert.EndsWith("actors: 1409 created, 0 replaced, 0 unchanged", run.Out.Trim(), StringComparison.Ordinal);
        Assert.All(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("note: ", line, StringComparison.Ordinal));
        Assert.Contains("\"MAL\": is no code of ISO 3166; read as MYS", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("0 created, 0 replaced, 1389 unchanged", (await ImportAsync()).Out.Trim(), StringComparison.Ordinal);
        var json = await ImportAsync("--json");
        Assert.StartsWith("{", json.Out, StringComparison.Ordinal);
        Assert.Contains("Creative Commons Attribution-NonCommercial 4.0", json.Error, StringComparison.Ordinal);
    }

    [SharedDataFact(File)]
    public async Task Firms_of_the_starter_data_are_found_again_and_the_quad_s_makers_of_photoresists_too()
    {
        var starter = await CommandRun.AnsweredAsync(["import", "geograph", .. StarterFiles.All, .. Data]);
        Assert.Contains("actors: ", starter.Out, StringComparison.Ordinal);
        await ImportAsync();
        var answer = await AnswerAsync("alternatives", "--of", "TW", "--product", "product:eto-photoresists", "--within", "bloc:quad");
        var found = answer.GetProperty("alternatives").EnumerateArray().ToDictionary(a => a.GetProperty("supplierId").GetString()!, a => a.GetProperty("stateId").GetString());
        Assert.Equal(("state:JP", "state:US"), (found["firm:jsr"], found["firm:inpria"]));
        Assert.DoesNotContain("firm:dongjin", found.Keys);
        var asml = await AnswerAsync("actors", "relations", "--from", "firm:asml", "--type", "produces", "--to", "product:eto-arf-immersion-scanners");
        Assert.Equal("0.91", asml.GetProperty("relations")[0].GetProperty("share").GetString());
        var places = await AnswerAsync("actors", "relations", "--from", "firm:asml", "--type", "located-in");
        Assert.Single(places.GetProperty("relations").EnumerateArray());
    }

    [Fact]
    public async Task A_folder_without_the_tables_is_wrong_usage()
    {
        var run = await CommandRun.OfAsync(["import", "eto", _folder.FullName, .. Data]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("has no stages.csv, no inputs.csv", run.Error, StringComparison.Ordinal);
    }

    private string[] Data => ["--data", Path.Combine(_folder.FullName, "store")];

    private Task<CommandRun> ImportAsync(params string[] options) =>
        CommandRun.AnsweredAsync(["import", "eto", Path.GetDirectoryName(SharedData.PathOf(File))!, .. options, .. Data]);

    private async Task<JsonElement> AnswerAsync(params string[] question)
    {
        using var answer = JsonDocument.Parse((await CommandRun.AnsweredAsync([.. question, "--json", .. Data])).Out);
        return answer.RootElement.Clone();
    }
}
