using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Neo4j.Driver;

namespace GeoGraph.Scenarios.OnNeo4j;

/// <summary>The official JavaScript client, which <c>.ci/run</c> installs, as a second opinion on what a query gives.</summary>
internal static class OfficialClient
{
    private static readonly string s_module = Path.Combine(Checkout.Root, "artifacts", "ci", "node_modules", "neo4j-driver");

    /// <summary>Why the client cannot be asked; null where it can.</summary>
    public static string? ReasonToSkip { get; } = Neo4jInstallation.ReasonToSkip
        ?? (Directory.Exists(s_module) ? null : "the npm package neo4j-driver is not in artifacts/ci, where .ci/run installs it");

    /// <summary>The results of some queries: for each a list of records, in which every value keeps its type.</summary>
    public static async Task<JsonArray> ResultsAsync(Neo4jServer server, IEnumerable<string> queries)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Checkout.Root, "tests", "Shared", "Neo4j", "run-cypher.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var (output, error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        var work = new { module = s_module, uri = server.Bolt.ToString(), user = Neo4jServer.User, password = Neo4jServer.Password, queries = queries.Select(text => new { text }) };
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(work));
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await error);
        return JsonNode.Parse(await output)!.AsArray();
    }

    /// <summary>Records of the driver in the form that the client's are written in.</summary>
    public static JsonArray Told(IEnumerable<IRecord> records) =>
        [.. records.Select(record => (JsonNode)new JsonObject(record.Keys.Select(key => KeyValuePair.Create(key, Told(record[key])))))];

    private static JsonNode? Told(object? value) => value switch
    {
        null => null,
        bool truth => JsonValue.Create(truth),
        string text => JsonValue.Create(text),
        long whole => new JsonObject { ["integer"] = whole.ToString(CultureInfo.InvariantCulture) },
        double number => new JsonObject { ["float"] = BitConverter.DoubleToUInt64Bits(number).ToString("x16", CultureInfo.InvariantCulture) },
        LocalDate date => new JsonObject { ["date"] = date.ToString() },
        INode node => new JsonObject { ["node"] = node.ElementId, ["labels"] = Told(node.Labels.Order(StringComparer.Ordinal)), ["properties"] = Members(node.Properties) },
        IReadOnlyDictionary<string, object> map => new JsonObject { ["map"] = Members(map) },
        System.Collections.IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(Told)]),
        _ => throw new NotSupportedException($"a value of the type {value.GetType()} is not written yet"),
    };

    private static JsonObject Members(IEnumerable<KeyValuePair<string, object>> members) =>
        new(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Told(member.Value))));
}

/// <summary>A test that asks the official JavaScript client; skipped where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OfficialClientFactAttribute : FactAttribute
{
    public OfficialClientFactAttribute() => Skip = OfficialClient.ReasonToSkip;
}
