using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace GeoGraph.Tests;

/// <summary>Queries over HTTP, so that what a test sees in the database does not come through the code under test.</summary>
public sealed partial class Neo4jServer
{
    private readonly HttpClient _http;

    /// <summary>Runs one query in a transaction of its own; each row is a list of values in JSON.</summary>
    /// <param name="cypher">The query.</param>
    /// <param name="parameters">An object whose members are the parameters, as JSON has them.</param>
    /// <exception cref="InvalidOperationException">The database refused the query; the message is its answer.</exception>
    public async Task<IReadOnlyList<JsonElement[]>> QueryAsync(string cypher, object? parameters = null)
    {
        using var answer = await _http.PostAsJsonAsync($"db/{Database}/query/v2", new { statement = cypher, parameters = parameters ?? new { } });
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{cypher}: {json}");
        return [.. json.GetProperty("data").GetProperty("values").EnumerateArray().Select(row => row.EnumerateArray().ToArray())];
    }

    /// <summary>One number that a query gives.</summary>
    public async Task<long> CountAsync(string cypher, object? parameters = null) => (await QueryAsync(cypher, parameters))[0][0].GetInt64();

    /// <summary>Runs a query in a transaction that stays open, and holds its locks, until what is returned is disposed; then it is undone.</summary>
    public async Task<IAsyncDisposable> HoldAsync(string cypher)
    {
        using var answer = await _http.PostAsJsonAsync($"db/{Database}/query/v2/tx", new { statement = cypher });
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return new Held(_http, $"db/{Database}/query/v2/tx/{json.GetProperty("transaction").GetProperty("id").GetString()}");
    }

    private sealed record Held(HttpClient Client, string Transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => (await Client.DeleteAsync(Transaction)).Dispose();
    }

    /// <summary>Takes every node and relation out; with <paramref name="schema"/> constraints and indexes too.</summary>
    public async Task WipeAsync(bool schema = false)
    {
        await QueryAsync("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS");
        if (!schema)
            return;
        foreach (var row in await QueryAsync("SHOW CONSTRAINTS YIELD name"))
            await QueryAsync($"DROP CONSTRAINT `{row[0].GetString()}`");
        foreach (var row in await QueryAsync("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"))
            await QueryAsync($"DROP INDEX `{row[0].GetString()}`");
    }

    private async Task SetPasswordAsync()
    {
        using var change = new HttpRequestMessage(HttpMethod.Post, "db/system/query/v2")
        {
            Content = JsonContent.Create(new { statement = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new", parameters = new { old = "neo4j", @new = Password } }),
        };
        change.Headers.Authorization = Basic("neo4j");
        using var answer = await _http.SendAsync(change);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"the first password is not set: {await answer.Content.ReadAsStringAsync()}");
    }

    private HttpClient Client()
    {
        var client = new HttpClient { BaseAddress = Http, Timeout = TimeSpan.FromMinutes(5) };
        client.DefaultRequestHeaders.Authorization = Basic(Password);
        return client;
    }

    private static AuthenticationHeaderValue Basic(string password) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{password}")));
}
