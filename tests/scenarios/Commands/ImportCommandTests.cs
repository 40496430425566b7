namespace GeoGraph.Scenarios.Commands;

/// <summary><c>geograph import geograph</c> into a store of its own.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private const string Actors = """
        actors:
          - {id: state:AA, names: [{language: en, text: Alpha}], evidence: {sources: [{id: s1}], confidence: REPORTED}}
          - {id: state:BB, names: [{language: en, text: Beta}], evidence: {sources: [{id: s1}], confidence: REPORTED}}
          - {id: bloc:pact, names: [{language: en, text: The pact}], evidence: {sources: [{id: s1}], confidence: REPORTED}}
        relations:
          - {id: member-of:aa-pact, type: MEMBER_OF, from_id: state:AA, to_id: bloc:pact, obligations: [DEFENSE], valid: {from: 2000-01-01}, evidence: {sources: [{id: s1}]}}
          - {id: member-of:bb-pact, type: MEMBER_OF, from_id: state:BB, to_id: bloc:pact, obligations: [DEFENSE], valid: {from: 2000-01-01}, evidence: {sources: [{id: s1}]}}
        """;

    private const string Sources = "sources: [{id: s1, title: The gazette, publisher: Alpha, published_on: 2000-01-01}]";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("geograph-import-");

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_same_files_twice_change_nothing()
    {
        var files = Files(("actors.yaml", Actors), ("sources.yaml", Sources));
        Assert.StartsWith("actors: 5 created, 0 replaced, 0 unchanged", (await ImportAsync(files)).Out, StringComparison.Ordinal);
        Assert.StartsWith("actors: 0 created, 0 replaced, 5 unchanged", (await ImportAsync(files)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_imported_is_answered_with_the_source_filled_in()
    {
        await ImportAsync(Files(("actors.yaml", Actors), ("sources.yaml", Sources)));
        var run = await CommandRun.AnsweredAsync(["actors", "commitments", "--towards", "AA", "--obligation", "defense", "--as-of", "2001-01-01", .. Data]);
        Assert.Contains("Beta (state:BB)", run.Out, StringComparison.Ordinal);
        Assert.Contains("The gazette", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_of_the_files_are_told_at_once_and_nothing_is_written()
    {
        var bad = Files(("bad.yaml", "actors:\n  - {id: state:CC, names: [{language: en, text: C}], nam: C}\n  - {id: state:DD, valid: {from: soon}}"), ("actors.yaml", Actors));
        var run = await ImportAsync(bad, expected: 1);
        Assert.Contains($"{bad[0]}:2:54: actors[0]: \"nam\": is no field of Actor", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{bad[0]}:3:34: actors[1].valid.from: \"soon\": must be a date", run.Error, StringComparison.Ordinal);
        Assert.Contains("is no source listed under sources", run.Error, StringComparison.Ordinal);
        Assert.Contains("nothing was written", run.Error, StringComparison.Ordinal);
        Assert.Contains("No actor is so.", (await CommandRun.AnsweredAsync(["actors", "list", .. Data])).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Violations_that_a_service_finds_are_told_by_place_and_nothing_is_written()
    {
        var files = Files(
            ("a.yaml", "actors:\n  - id: state:CC\n    names: [{language: en, text: C}]\n    iso_alpha2: TOO-LONG"),
            ("b.yaml", "relations:\n  - {id: \"owns:cc\", type: OWNS, from_id: state:CC, to_id: firm:x,\n     share: \"1.5\"}"));
        var run = await ImportAsync(files, expected: 1);
        Assert.Contains($"{files[0]}:4:17: changes[0].actor.iso_alpha2", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{files[1]}:3:13: changes[1].relation.share", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Contains("No actor is so.", (await CommandRun.AnsweredAsync(["actors", "list", .. Data])).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_relation_whose_end_is_absent_is_told_by_its_place()
    {
        var files = Files(("a.yaml", "sources: [{id: s1, title: T}]\nactors: [{id: firm:a, names: [{language: en, text: A}]}]\nrelations:\n  - {id: owns:a-b, type: OWNS, from_id: firm:a, to_id: firm:b, evidence: {sources: [{id: s1}]}}"));
        var run = await ImportAsync(files, expected: 1);
        Assert.Contains("DANGLING_RELATION", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{files[0]}:4:5: relations[0]: \"owns:a-b\" is meant", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deletions_and_merges_are_changes_too()
    {
        await ImportAsync(Files(("actors.yaml", Actors), ("sources.yaml", Sources)));
        var run = await ImportAsync(Files(("later.yaml", "merges: [{duplicate_id: state:BB, survivor_id: state:AA}]\ndeletes: [bloc:pact]")));
        Assert.Contains("1 merged", run.Out, StringComparison.Ordinal);
        Assert.Contains("state:AA", (await CommandRun.AnsweredAsync(["actors", "get", "state:BB", .. Data])).Out, StringComparison.Ordinal);
        Assert.Equal(1, (await CommandRun.OfAsync(["actors", "get", "bloc:pact", .. Data])).ExitCode);
    }

    [Fact]
    public async Task A_check_asks_no_service_and_notes_ids_that_no_file_gives()
    {
        var files = Files(("a.yaml", "relations: [{id: owns:a-b, type: OWNS, from_id: firm:a, to_id: firm:b}]"));
        var run = await CommandRun.AnsweredAsync(["import", "geograph", .. files, "--check", "--server", "http://127.0.0.1:1"]);
        Assert.Equal($"1 changes for actors, 0 for agreements, 0 problems, 2 ids not given here{Environment.NewLine}", run.Out);
        Assert.Contains("\"firm:b\": no file here gives this id", run.Error, StringComparison.Ordinal);
    }

    private string[] Data => ["--data", Path.Combine(_folder.FullName, "store")];

    private async Task<CommandRun> ImportAsync(string[] files, int expected = 0)
    {
        var run = await CommandRun.OfAsync(["import", "geograph", .. files, .. Data]);
        Assert.True(run.ExitCode == expected, $"exit code {run.ExitCode}: {run.Error}");
        return run;
    }

    private string[] Files(params (string Name, string Text)[] files) =>
        [.. files.Select(file =>
        {
            var path = Path.Combine(_folder.FullName, file.Name);
            File.WriteAllText(path, file.Text);
            return path;
        })];
}
