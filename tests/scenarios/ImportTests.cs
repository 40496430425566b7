using System.Text.RegularExpressions;
using GeoGraph.Cli.Import;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Scenarios.Facts;
using Google.Protobuf;
using Grpc.Core;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.Scenarios;

/// <summary>The starter data goes in whole, once, and comes back as it was sent.</summary>
[Collection(World.Collection)]
public partial class ImportTests(World world)
{
    [Fact]
    public void Nothing_that_the_data_names_is_absent_from_it() => Assert.Empty(world.Sent.Unresolved.Select(r => $"{r.Place}: {r.Path}: {r.Id}"));

    [Fact]
    public async Task A_second_import_changes_nothing()
    {
        await using var session = World.SessionOf(world.Address);
        var again = await World.ImportAsync(session, GeoGraphFiles.Read(StarterFiles.All));
        Assert.Empty(again.Refusals);
        Assert.Equal(world.Outcome.Receipts.Select(r => (r.Service, r.Receipt.RevisionToken)), again.Receipts.Select(r => (r.Service, r.Receipt.RevisionToken)));
        Assert.All(again.Receipts, r => Assert.Equal((0, 0, 0), (r.Receipt.Created, r.Receipt.Replaced, r.Receipt.Deleted)));
        Assert.Equal([world.Sent.Actors.Count, world.Sent.Records.Count], again.Receipts.Select(r => r.Receipt.Unchanged));
    }

    [Fact]
    public async Task One_bad_row_keeps_everything_out_and_is_named_by_file_and_line()
    {
        using var copy = new TemporaryFolder();
        var (file, line) = await CopyWithBadRowAsync(copy.Path, "measures/us-s122.yaml", "imposed_by_id: \"state:US\"", "imposed_by_id: \"us\"");
        var before = await TokensAsync();
        var run = await CommandRun.OfAsync("import", "geograph", copy.Path, "--server", world.Address.ToString());
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"{file}:{line}:", run.Error, StringComparison.Ordinal);
        Assert.Contains("imposed_by_id", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, await TokensAsync());
        Assert.Equal((0, 0), await MarkersAsync());
    }

    [Fact]
    public async Task A_relation_that_ends_nowhere_keeps_everything_out()
    {
        using var copy = new TemporaryFolder();
        var (file, line) = await CopyWithBadRowAsync(copy.Path, "chokepoints.yaml", "to_id: \"state:PA\"", "to_id: \"state:ZZ\"");
        var run = await CommandRun.OfAsync("import", "geograph", copy.Path, "--server", world.Address.ToString());
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("DANGLING_RELATION", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{file}:{line}:", run.Error, StringComparison.Ordinal);
        Assert.Equal((0, 0), await MarkersAsync());
    }

    [Fact]
    public async Task Every_actor_and_relation_comes_back_as_it_was_sent()
    {
        var (actors, relations) = (new Dictionary<string, Actor>(), new Dictionary<string, Relation>());
        using var export = world.Session.Actors.ExportActors(new ExportActorsRequest { Read = world.Session.Read });
        await foreach (var part in export.ResponseStream.ReadAllAsync())
        {
            foreach (var actor in part.Actors?.Actors ?? [])
                actors.Add(actor.Id, actor);
            foreach (var relation in part.Relations?.Relations ?? [])
                relations.Add(relation.Id, relation);
        }
        foreach (var sent in world.Sent.Actors.Select(c => c.Change))
        {
            if (sent.Actor is { } actor)
                AssertSame(new Actor(actor) { Kind = ActorKind.Unspecified }, new Actor(actors[actor.Id]) { Kind = ActorKind.Unspecified, Revision = 0 }, actor.Id);
            if (sent.Relation is { } relation)
                AssertSame(relation, new Relation(relations[relation.Id]) { Revision = 0 }, relation.Id);
        }
        Assert.Equal(world.Sent.Actors.Count, actors.Count + relations.Count);
    }

    [Fact]
    public async Task Every_record_comes_back_as_it_was_sent()
    {
        var records = new Dictionary<string, Record>();
        using var export = world.Session.Agreements.ExportRecords(new ExportRecordsRequest { Read = world.Session.Read });
        await foreach (var part in export.ResponseStream.ReadAllAsync())
        {
            foreach (var record in part.Chunk?.Records ?? [])
                records.Add(Questions.IdOf(record), record);
        }
        foreach (var sent in world.Sent.Records)
            AssertSame(sent.Change.Record, new Record(records[sent.Id]) { Revision = 0 }, sent.Id);
        Assert.Equal(world.Sent.Records.Count, records.Count);
    }

    private static void AssertSame(IMessage sent, IMessage back, string id) =>
        Assert.True(Shortened(sent) == Shortened(back), $"{id} was sent as\n{Shortened(sent)}\nand comes back as\n{Shortened(back)}");

    // Decimals come back as their shortest text: 0.30 as 0.3.
    private static string Shortened(IMessage message) => DecimalField().Replace(message.ToString()!, "${name}${number}");

    [GeneratedRegex("""(?<name>"(value|valueHigh|share|latitude|longitude|low|high|threshold|tolerance|volume|balance|rate|days)": ")(?<number>-?\d+(\.\d*[1-9])?)\.?0*(?=")""")]
    private static partial Regex DecimalField();

    // The copy has a new actor, a new record and one row that is wrong; gives the place of that row.
    private static async Task<(string File, int Line)> CopyWithBadRowAsync(string folder, string badFile, string good, string bad)
    {
        foreach (var source in StarterFiles.All)
        {
            var target = Path.Combine(folder, Path.GetRelativePath(StarterFiles.Root, source));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }
        await File.WriteAllTextAsync(Path.Combine(folder, "a-marker.yaml"), """
            actors:
              - {id: "firm:marker", names: [{language: en, text: Marker}], evidence: {confidence: RUMOUR, inferred: true, inference: "A marker."}}
            events:
              - {id: "event:marker", names: [{language: en, text: Marker}], on: 2025-01-01, summary: "A marker.", evidence: {confidence: RUMOUR, inferred: true, inference: "A marker."}}
            """);
        var file = Path.Combine(folder, badFile);
        var lines = await File.ReadAllLinesAsync(file);
        var at = Array.FindIndex(lines, l => l.Contains(good, StringComparison.Ordinal));
        Assert.True(at >= 0, $"{badFile} has no line with \"{good}\"");
        lines[at] = lines[at].Replace(good, bad, StringComparison.Ordinal);
        await File.WriteAllLinesAsync(file, lines);
        return (file, at + 1);
    }

    private async Task<(string, string)> TokensAsync() => (
        (await world.Session.Actors.ListActorsAsync(new ListActorsRequest { PageSize = 1 })).RevisionToken,
        (await world.Session.Agreements.ListRecordsAsync(new ListRecordsRequest { PageSize = 1 })).RevisionToken);

    private async Task<(int Actors, int Records)> MarkersAsync() => (
        (await world.Session.Actors.SearchActorsAsync(new SearchActorsRequest { Text = "Marker" })).Hits.Count,
        (await world.Session.Agreements.SearchRecordsAsync(new SearchRecordsRequest { Text = "Marker", Kinds = { RecordKind.Event } })).Records.Count);
}
