using System.Text.Json;
using System.Text.Json.Nodes;

namespace GeoGraph.Scenarios.Commands;

/// <summary><c>geograph reconcile</c> over the worked answers, as they are and with one of them wrong.</summary>
[Collection(World.Collection)]
public class ReconcileCommandTests(World world)
{
    private const string File = "acceptance/duties.json";

    [SharedDataFact(File)]
    public async Task Worked_answers_are_equal_and_the_exit_code_says_so()
    {
        var run = await world.RunAsync("reconcile", SharedData.PathOf(File), "--json");
        Assert.True(run.ExitCode == 0, run.Error + run.Out);
        using var json = JsonDocument.Parse(run.Out);
        var cases = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(SharedData.PathOf(File)))!.AsArray();
        Assert.Equal(cases.Select(c => (string)c!["id"]!), json.RootElement.EnumerateArray().Select(entry => entry.GetProperty("id").GetString()!));
        Assert.All(json.RootElement.EnumerateArray(), entry =>
        {
            Assert.Equal(("equal", "0.00"), (entry.GetProperty("status").GetString(), entry.GetProperty("difference").GetString()));
            Assert.Equal(entry.GetProperty("expected").GetString(), entry.GetProperty("computed").GetString());
            Assert.NotEmpty(entry.GetProperty("lines").EnumerateArray());
        });
    }

    [SharedDataFact(File)]
    public async Task An_entry_that_differs_and_one_that_cannot_be_read_are_told_among_the_others()
    {
        using var folder = new TemporaryFolder();
        var cases = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(SharedData.PathOf(File)))!.AsArray();
        cases[0]!["total_duty"] = "42000.01";
        cases[1]!["hts"] = "84";
        var path = Path.Combine(folder.Path, "cases.json");
        await System.IO.File.WriteAllTextAsync(path, cases.ToJsonString());
        var run = await world.RunAsync("reconcile", path, "--json");
        Assert.Equal(1, run.ExitCode);
        using var json = JsonDocument.Parse(run.Out);
        var entries = json.RootElement.EnumerateArray().ToList();
        Assert.Equal(("differs", "-0.01"), (entries[0].GetProperty("status").GetString(), entries[0].GetProperty("difference").GetString()));
        Assert.Equal("refused", entries[1].GetProperty("status").GetString());
        Assert.Contains("hs", entries[1].GetProperty("problem").GetString(), StringComparison.Ordinal);
        Assert.All(entries.Skip(2), entry => Assert.Equal("equal", entry.GetProperty("status").GetString()));
        var table = await world.RunAsync("reconcile", path);
        Assert.Contains("53 entries: 51 equal, 1 differs, 1 refused; difference -0.01", table.Out, StringComparison.Ordinal);
    }
}
