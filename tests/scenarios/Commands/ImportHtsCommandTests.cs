namespace GeoGraph.Scenarios.Commands;

/// <summary><c>geograph import hts</c> into a store of its own.</summary>
public sealed class ImportHtsCommandTests : IDisposable
{
    private const string Rows = """
        {"htsno": "8457", "indent": "0", "description": "Machines:", "superior": null, "units": [], "general": "", "special": "", "other": "", "footnotes": []},
        {"htsno": "8457.10.00", "indent": "1", "description": "Centers", "superior": null, "units": ["No."], "general": "4.2%", "special": "Free (AU)", "other": "See note 1", "footnotes": null}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("geograph-import-hts-");

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_rows_of_a_file_are_priced_and_the_file_again_changes_nothing()
    {
        var file = File("[" + Rows + "]");
        var run = await ImportAsync(file);
        Assert.Contains("2025-rev-4, in force from 2025-03-04, 2 rows", run.Error, StringComparison.Ordinal);
        Assert.Contains("column 2: \"See note 1\": 8457.10.00", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("agreements: 5 created, 0 replaced, 0 unchanged, 0 deleted", run.Out, StringComparison.Ordinal);
        Assert.StartsWith("agreements: 0 created, 0 replaced, 5 unchanged, 0 deleted", (await ImportAsync(file)).Out, StringComparison.Ordinal);
        var priced = await CommandRun.AnsweredAsync(["duty", "--importer", "US", "--origin", "FR", "--hs", "8457.10.00", "--value", "1000", "--on", "2025-05-01", .. Data]);
        Assert.Contains("42.00", priced.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_row_is_told_the_others_are_written_and_the_exit_code_says_so()
    {
        var file = File("[" + Rows + """, {"htsno": "8457.2", "indent": "1", "description": "Stations", "general": "3%"}]""");
        var run = await ImportAsync(file, expected: 1);
        Assert.Contains($"{file}: row 3 (8457.2): htsno: \"8457.2\": must have 4, 6, 8 or 10 digits", run.Error, StringComparison.Ordinal);
        Assert.Contains("the rows that have them are left out, the others are written", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("agreements: 5 created", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_ends_early_is_refused_and_nothing_is_written()
    {
        var run = await ImportAsync(File("[" + Rows + ","), expected: 1);
        Assert.Contains("is no JSON list of rows, so nothing was written", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
        Assert.Contains("5 created", (await ImportAsync(File("[" + Rows + "]"))).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""[{"htsno": "8457.2", "indent": "1", "description": "Stations", "general": "3%"}]""")]
    public async Task A_revision_without_rows_takes_no_other_s_place(string json)
    {
        await ImportAsync(File("[" + Rows + "]"));
        var run = await ImportAsync(File(json), expected: 1);
        Assert.Contains("no row of it has a code and can be kept; a revision has rows, so nothing was written", run.Error, StringComparison.Ordinal);
        Assert.Contains("5 unchanged, 0 deleted", (await ImportAsync(File("[" + Rows + "]"))).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--revision-name and --effective are given together", "--revision-name", "2025-rev-4")]
    [InlineData("--revision-name and --effective are given together", "--effective", "2025-03-04")]
    public async Task A_name_without_a_date_is_wrong_usage(string rule, params string[] options)
    {
        var run = await CommandRun.OfAsync(["import", "hts", File("[]"), .. options, .. Data]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(rule, run.Error, StringComparison.Ordinal);
    }

    private string[] Data => ["--data", Path.Combine(_folder.FullName, "store")];

    private string File(string json)
    {
        var path = Path.Combine(_folder.FullName, "schedule.json");
        System.IO.File.WriteAllText(path, json);
        return path;
    }

    private async Task<CommandRun> ImportAsync(string file, int expected = 0)
    {
        var run = await CommandRun.OfAsync(["import", "hts", file, "--revision-name", "2025_rev_4", "--effective", "2025-03-04", .. Data]);
        Assert.True(run.ExitCode == expected, $"exit code {run.ExitCode}: {run.Error}");
        return run;
    }
}
