using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Sqlite;
using Microsoft.Data.Sqlite;

namespace GeoGraph.Conformance;

public sealed class SqliteFileStoreTests : GraphStoreConformance
{
    private readonly string _folder = Directory.CreateTempSubdirectory("geograph-store-").FullName;
    private int _files;

    protected override int ModelRuns => 15;

    private string NewPath() => Path.Combine(_folder, $"{Interlocked.Increment(ref _files)}.db");

    private static Task<SqliteGraphStore> OpenAsync(string path) =>
        SqliteGraphStore.OpenAsync(SqliteStoreOptions.File(path) with { PollInterval = TimeSpan.FromMilliseconds(20) }, TimeProvider.System, null, CancellationToken.None);

    protected override async Task<IGraphStore> OpenAsync() => await OpenAsync(NewPath());

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Store_opens_again_as_it_was_closed()
    {
        var path = NewPath();
        var batch = new WriteBatch { Updates = [Put(Firm("a", English("Alpha"))), Put(Firm("b")), Put(Supplies("a", "b")), new Merge(Id("firm:b"), Id("firm:a"))], RequestId = "r1" };
        WriteReceipt first;
        await using (var store = await OpenAsync(path))
            first = await store.WriteAsync(batch, Patience);
        await using var again = await OpenAsync(path);
        var reader = await again.ReadAsync(ReadPoint.Latest, Patience);
        Assert.Equal(["firm:a", "supplies:a-b", "firm:b=firm:a[]"], (await ExportAsync(reader)).Select(record => record switch
        {
            NodeRecord node => node.Node.Id.Value,
            RelationRecord relation => relation.Relation.Id.Value,
            _ => "firm:b=" + ((AliasRecord)record).Survivor + "[]",
        }));
        Assert.Single(await reader.SearchNamesAsync(new NameQuery { Text = "alpha" }, Patience));
        Assert.Equal(first, await again.WriteAsync(batch, Patience));
    }

    [Fact]
    public async Task Acknowledged_batches_survive_kill_and_no_batch_is_half_there()
    {
        var path = NewPath();
        var random = new Random(7);
        var (acknowledged, first) = (new List<int>(), 0);
        for (var round = 0; round < 5; round++)
        {
            using var writer = new WriterProcess(path, "w", first, 100_000);
            var wanted = random.Next(1, 40);
            for (var i = 0; i < wanted; i++)
                acknowledged.Add(await writer.NextBatchAsync(Patience));
            acknowledged.AddRange(await writer.KillAsync(Patience));
            first = acknowledged[^1] + 1_000;
        }
        await using var store = await OpenAsync(path);
        var nodes = new Dictionary<string, int>();
        var relations = 0;
        await foreach (var record in (await store.ReadAsync(ReadPoint.Latest, Patience)).ExportAsync(Patience))
        {
            if (record is NodeRecord node)
                nodes[node.Node.Id.Name.Split('-')[0]] = nodes.GetValueOrDefault(node.Node.Id.Name.Split('-')[0]) + 1;
            relations += record is RelationRecord ? 1 : 0;
        }
        Assert.All(acknowledged, batch => Assert.Equal(20, nodes[$"{batch}"]));
        Assert.All(nodes.Values, count => Assert.Equal(20, count));
        Assert.Equal(19 * nodes.Count, relations);
        Assert.Equal(nodes.Count, (await store.CheckReadinessAsync(Patience)).Current.Number);
        Assert.InRange(nodes.Count - acknowledged.Count, 0, 5);
    }

    [Fact]
    public async Task Two_processes_write_one_file_and_lose_nothing()
    {
        const int Batches = 30;
        var path = NewPath();
        await using var store = await OpenAsync(path);
        using var one = new WriterProcess(path, "one", 0, Batches);
        using var two = new WriterProcess(path, "two", 0, Batches);
        for (var i = 0; i < Batches; i++)
            await store.WriteAsync(new WriteBatch { Updates = [Put(Firm($"own-{i}"))] }, Patience);
        await one.EndAsync(Patience);
        await two.EndAsync(Patience);
        var (revision, changes) = (0L, 0);
        await foreach (var set in store.WatchAsync(Revision.Zero, TimeSpan.FromMinutes(1), Patience))
        {
            if (set.Changes.Count == 0)
                break;
            Assert.Equal(++revision, set.Revision.Number);
            changes += set.Changes.Count;
        }
        Assert.Equal(3 * Batches, revision);
        Assert.Equal((2 * 39 * Batches) + Batches, changes);
    }

    [Fact]
    public async Task Watch_and_waiting_read_see_what_another_process_writes()
    {
        var path = NewPath();
        await using var store = await OpenAsync(path);
        var waiting = store.ReadAsync(ReadPoint.AtLeast(new Revision(3)), Patience);
        await using var watch = store.WatchAsync(Revision.Zero, TimeSpan.FromMinutes(1), Patience).GetAsyncEnumerator(Patience);
        await watch.MoveNextAsync();
        using var writer = new WriterProcess(path, "w", 0, 3);
        do
            await watch.MoveNextAsync();
        while (watch.Current.Revision.Number < 3);
        Assert.Equal(new Revision(3), (await waiting).Revision);
    }

    [Fact]
    public async Task Watch_tells_a_large_revision_in_time_that_grows_with_its_changes()
    {
        const int Firms = 30_000;
        await using var store = await OpenAsync(NewPath());
        foreach (var properties in (string[])["{}", """{"output":1}"""])
            await store.WriteAsync(new WriteBatch { Updates = [.. Enumerable.Range(0, Firms).Select(i => Put(Firm($"f{i}") with { Properties = properties }))] }, Patience);
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await foreach (var set in store.WatchAsync(new Revision(1), TimeSpan.FromMinutes(1), soon.Token))
        {
            Assert.Equal(Firms, set.Changes.OfType<NodeRecord>().Count());
            break;
        }
    }

    [Fact]
    public async Task Cut_file_is_refused()
    {
        var path = NewPath();
        await using (var store = await OpenAsync(path))
            await store.WriteAsync(new WriteBatch { Updates = [.. Enumerable.Range(0, 500).Select(i => Put(Firm($"f{i}", English($"Firm {i}"))))] }, Patience);
        using (var file = File.OpenWrite(path))
            file.SetLength(file.Length / 2);
        var error = await RefusedAsync(ErrorReason.StoreUnavailable, () => OpenAsync(path));
        Assert.DoesNotContain("SQLite", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_is_no_database_is_refused_and_left_alone()
    {
        var path = NewPath();
        await File.WriteAllTextAsync(path, string.Join('\n', Enumerable.Repeat("not a database", 100)));
        var before = await File.ReadAllBytesAsync(path);
        await RefusedAsync(ErrorReason.StoreUnavailable, () => OpenAsync(path));
        Assert.Equal(before, await File.ReadAllBytesAsync(path));
    }

    [Theory]
    [InlineData("CREATE TABLE orders (id INTEGER)")]
    [InlineData("PRAGMA user_version = 3")]
    [InlineData("PRAGMA application_id = 42")]
    public async Task Database_of_another_program_is_refused_and_left_alone(string script)
    {
        var path = NewPath();
        Run(path, script);
        var before = await File.ReadAllBytesAsync(path);
        await RefusedAsync(ErrorReason.StoreUnavailable, () => OpenAsync(path));
        Assert.Equal(before, await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task File_of_a_newer_schema_is_refused()
    {
        var path = NewPath();
        await (await OpenAsync(path)).DisposeAsync();
        Run(path, "PRAGMA user_version = 99");
        var error = await RefusedAsync(ErrorReason.StoreUnavailable, () => OpenAsync(path));
        Assert.Contains("99", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_cannot_be_opened_is_refused() =>
        await RefusedAsync(ErrorReason.StoreUnavailable, () => OpenAsync(Path.Combine(_folder, "absent", "store.db")));

    private static void Run(string path, string script)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }
}
