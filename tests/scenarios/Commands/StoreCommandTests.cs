using System.Text.Json;
using GeoGraph.Scenarios.OnNeo4j;
using GeoGraph.Scenarios.SmallWorld;
using Microsoft.Data.Sqlite;

namespace GeoGraph.Scenarios.Commands;

/// <summary><c>geograph store</c>: copies of a database hold all of it, and what is damaged is found.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class StoreCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Database_that_was_only_written_to_is_whole()
    {
        var data = await SmallWorldAsync();
        var run = await CommandRun.AnsweredAsync("store", "check", "--data", data, "--json");
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(["actors", "agreements"], json.RootElement.EnumerateArray().Select(store => store.GetProperty("service").GetString()));
        Assert.All(json.RootElement.EnumerateArray(), store => Assert.True(store.GetProperty("whole").GetBoolean()));
        Assert.Contains("whole", (await CommandRun.AnsweredAsync("store", "check", "--data", data)).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM name WHERE row = (SELECT min(row) FROM name)", "the names that searches look through")]
    [InlineData("DELETE FROM node WHERE id = 'firm:US_PACK'", "is absent")]
    [InlineData("DELETE FROM relation_ref WHERE row = (SELECT min(row) FROM relation_ref)", "is not in its index")]
    [InlineData("UPDATE relation SET type = 'supplies'", "relation.type 'supplies'")]
    [InlineData("UPDATE node SET rev_from = 99", "of revisions that the store has not reached")]
    [InlineData("UPDATE node SET rev_from = 0", "at a revision from 1 to the newest")]
    [InlineData("UPDATE node SET valid_from = 'soon'", "a row that no GeoGraph wrote")]
    [InlineData("DROP INDEX node_id; PRAGMA user_version = 99", "schema 99")]
    public async Task Damage_is_found_and_ends_with_exit_code_1(string script, string found)
    {
        var data = await SmallWorldAsync();
        Damage(Path.Combine(data, "actors.db"), script);
        var run = await CommandRun.OfAsync("store", "check", "--data", data);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(found, run.Out.ReplaceLineEndings(" ").Replace("     ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        var json = await CommandRun.OfAsync("store", "check", "--data", data, "--json");
        Assert.Equal(1, json.ExitCode);
        Assert.Contains("\"whole\": false", json.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_without_a_store_is_not_whole_and_stays_without()
    {
        var absent = Path.Combine(_folder.Path, "absent");
        var run = await CommandRun.OfAsync("store", "check", "--data", absent);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("there is no store", run.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(absent));
    }

    [Theory]
    [InlineData("store", "migrate", "--from", "sqlite", "--to", "sqlite")]
    [InlineData("store", "migrate", "--from", "memory", "--to", "sqlite")]
    [InlineData("store", "migrate", "--from", "sqlite")]
    [InlineData("store", "check", "--store", "memory")]
    [InlineData("store", "check", "--store", "neo4j")]
    public async Task Command_that_asks_for_what_cannot_be_is_wrong_usage(params string[] args) => Assert.Equal(2, (await CommandRun.OfAsync(args)).ExitCode);

    [Theory]
    [InlineData("--neo4j-password", "s3cret")]
    [InlineData("--neo4j-uri", "bolt://neo4j:s3cret@127.0.0.1:7687")]
    public async Task Password_in_the_clear_is_wrong_usage_with_the_reason_and_not_repeated(params string[] args)
    {
        var run = await CommandRun.OfAsync(["actors", "list", "--store", "neo4j", .. args]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("readable by other users of the machine", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", run.Error, StringComparison.Ordinal);
    }

    [Neo4jFact]
    public async Task Graphs_are_copied_to_Neo4j_and_back_with_equal_digests_and_answers()
    {
        var server = await Neo4jSettings.EmptyAsync();
        string[] neo4j = ["--neo4j-uri", server.Bolt.ToString(), "--neo4j-password-file", Neo4jSettings.PasswordFile(server)];
        var (data, copy) = (await SmallWorldAsync(), Path.Combine(_folder.Path, "copy"));

        var there = Digests((await CommandRun.AnsweredAsync(["store", "migrate", "--from", "sqlite", "--data", data, "--to", "neo4j", .. neo4j, "--json"])).Out);
        await CommandRun.AnsweredAsync(["store", "check", "--store", "neo4j", .. neo4j]);
        var again = await CommandRun.OfAsync(["store", "migrate", "--from", "sqlite", "--data", data, "--to", "neo4j", .. neo4j]);
        var back = Digests((await CommandRun.AnsweredAsync(["store", "migrate", "--from", "neo4j", "--to", "sqlite", "--data", copy, .. neo4j, "--json"])).Out);

        Assert.Equal(there, back);
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("is not empty", again.Error, StringComparison.Ordinal);
        string[] question = ["actors", "relations", "--json"];
        Assert.Equal((await CommandRun.AnsweredAsync([.. question, "--data", data])).Out, (await CommandRun.AnsweredAsync([.. question, "--store", "neo4j", .. neo4j])).Out);
        Assert.Equal((await CommandRun.AnsweredAsync([.. question, "--data", data])).Out, (await CommandRun.AnsweredAsync([.. question, "--data", copy])).Out);
    }

    [Neo4jTheory]
    [InlineData("MATCH (v:ActorsName) WITH v LIMIT 1 DELETE v", "the names that searches look through")]
    [InlineData("MATCH (a:FIRM) WITH a LIMIT 1 CREATE (a)-[:SUPPLIES]->(:FIRM {id: 'firm:by-hand'})", "which is actors's")]
    [InlineData("DROP INDEX ActorsName_node", "the constraint or index ActorsName_node is absent")]
    [InlineData("MATCH (s:GeoGraphStore {owner: 'actors'}) SET s.filling = 'x'", "its filling was broken off")]
    public async Task Damage_to_the_graph_in_Neo4j_is_found(string cypher, string found)
    {
        var server = await Neo4jSettings.EmptyAsync();
        string[] neo4j = ["--store", "neo4j", "--neo4j-uri", server.Bolt.ToString(), "--neo4j-password-file", Neo4jSettings.PasswordFile(server)];
        await CommandRun.AnsweredAsync(["import", "geograph", SmallWorldHost.PathOf("small-world.yaml"), .. neo4j]);
        await server.QueryAsync(cypher);
        var run = await CommandRun.OfAsync(["store", "check", .. neo4j]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(found, run.Out.ReplaceLineEndings(" ").Replace("     ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> SmallWorldAsync()
    {
        var data = Path.Combine(_folder.Path, "data");
        await CommandRun.AnsweredAsync("import", "geograph", SmallWorldHost.PathOf("small-world.yaml"), "--data", data);
        return data;
    }

    private static List<string> Digests(string json)
    {
        using var stores = JsonDocument.Parse(json);
        Assert.All(stores.RootElement.EnumerateArray(), store => Assert.True(store.GetProperty("equal").GetBoolean()));
        return [.. stores.RootElement.EnumerateArray().Select(store => store.GetProperty("to").GetProperty("digest").GetString()!)];
    }

    private static void Damage(string path, string script)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }
}
