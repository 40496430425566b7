using System.Text.Json;

namespace GeoGraph.Scenarios.Commands;

/// <summary>Quotas and files of entries from the command line, and means where there is no schedule of lines.</summary>
[Collection(World.Collection)]
public class TariffCommandTests(World world)
{
    [Fact]
    public async Task A_quota_stands_where_its_volume_says()
    {
        var run = await world.RunAsync("quota", "quota:us-uk-autos-2025", "--on", "2025-09-01");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("65,205", run.Out, StringComparison.Ordinal);
        Assert.Equal(1, (await world.RunAsync("quota", "none", "--on", "2025-09-01")).ExitCode);
    }

    // 1 ÷ (1 + 2.5) = 28.6%, and three quarters of it; 300 − 250 units at 20 and 15%.
    [Fact]
    public async Task A_quota_that_follows_capacity_says_what_is_free_and_what_has_to_move()
    {
        var run = await world.RunAsync("capacity-quota", "--status", "building", "--capacity", "100", "--imports", "300", "--unit-value", "20", "--general", "25", "--cap", "15", "--sales-share", "0.75");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("28.57%", run.Out, StringComparison.Ordinal);
        Assert.Contains("21.43%", run.Out, StringComparison.Ordinal);
        Assert.Contains("150.00", run.Out, StringComparison.Ordinal);
        Assert.Equal(2, (await world.RunAsync("capacity-quota", "--status", "building")).ExitCode);
    }

    [Fact]
    public async Task Means_and_lines_without_a_schedule_are_refused_with_what_is_missing()
    {
        foreach (var line in new[] { "averages --importer US --on 2025-08-15", "lines measure:us-copper-50 --on 2025-08-15" })
        {
            var run = await world.RunAsync(line.Split(' '));
            Assert.Equal(1, run.ExitCode);
            Assert.Contains("(DATA_MISSING)", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_of_entries_is_answered_line_by_line_in_its_order_by_the_law_of_each()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "entries.csv");
        var rows = Enumerable.Range(1, 1300).Select(i => i % 100 == 0
            ? $"E-{i},US,TW,8457.10.00,soon,1000,"
            : $"E-{i},US,TW,8457.10.00,2025-09-01,{i},{(i > 1200 ? "2025-04-01" : "")}");
        await File.WriteAllLinesAsync(path, rows.Prepend("id,importer,origin,hts,entry_date,customs_value,known_at"));
        var run = await world.RunAsync("bulk", path, "--detail", "totals");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("1287 entries priced, 13 refused", run.Error, StringComparison.Ordinal);
        var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(Enumerable.Range(1, 1300).Select(i => $"E-{i}"), lines.Select(line => line.GetProperty("id").GetString()));
        Assert.Contains("entry_date", lines[99].GetProperty("problem").GetString(), StringComparison.Ordinal);
        // 4.2% and 20% of 1001; and 4.2% of 1299, as the reciprocal duty was not yet announced on 2025-04-01.
        Assert.Equal("242.24", lines[1000].GetProperty("result").GetProperty("lowestTotal").GetString());
        Assert.Equal("54.56", lines[1298].GetProperty("result").GetProperty("lowestTotal").GetString());
    }
}
