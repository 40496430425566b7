using System.Globalization;
using System.Text.Json;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Sqlite;

namespace GeoGraph.Benchmarks.Neo4j;

/// <summary>
/// What lies within three relations upstream of many firms: through the store, through hand-written Cypher of the same answers on the same data, and through the embedded
/// store with the same data, turn about.
/// </summary>
internal sealed class NeighbourhoodComparison(IGraphStore store, DatabaseServer server, JavaScriptClient peer)
{
    private const int Rounds = 10;
    private const int RootsARound = 100;
    private const int Depth = 3;
    private const int MostNodes = 1000;

    private const string Raw = """
        MATCH p = (root:FIRM {id: $root})<-[:SUPPLIES*0..3]-(n)
        WITH n, min(length(p)) AS depth ORDER BY depth, n.id LIMIT 1000
        WITH collect(n) AS found, collect(depth) AS depths
        CALL (found) {
          UNWIND found AS a MATCH (a)-[s:SUPPLIES]->(b) WHERE b IN found
          RETURN collect({id: s.id, from: a.id, to: b.id, valid_from: s.valid_from, valid_to: s.valid_to,
            ref_roles: s.ref_roles, ref_ids: s.ref_ids, properties: s.properties, revision: s.revision}) AS relations
        }
        RETURN [n IN found | {id: n.id, names: n.names, name_languages: n.name_languages, valid_from: n.valid_from, valid_to: n.valid_to,
          ref_roles: n.ref_roles, ref_ids: n.ref_ids, properties: n.properties, revision: n.revision}] AS nodes, depths, relations
        """;

    private readonly Meter _own = new("GeoGraph's store", server);
    private readonly Meter _raw = new($"Cypher, neo4j-driver {JavaScriptClient.Version}", server);
    private readonly Meter _embedded = new("embedded store", server);

    /// <summary>Asks on a graph of so many flows, which the store holds, after a round that does not count.</summary>
    public async Task RunAsync(int flows, TextWriter output)
    {
        await using var embedded = await EmbedAsync(flows);
        var blocks = SupplyRows.FirmsOf(flows) / SupplyRows.FirmsOf(1);
        await output.WriteLineAsync($"neighbourhoods of {Depth} relations upstream, {Rounds * RootsARound} roots, of {flows} relations");
        await CompareAsync(Roots(0), embedded, output);
        for (var round = 1; round <= Rounds; round++)
        {
            var roots = Roots(round);
            if (round % 2 == 0)
                await _own.TimeAsync(() => AskAsync(store, roots));
            await _raw.TimeAsync(() => peer.AskAsync(Raw, roots));
            if (round % 2 != 0)
                await _own.TimeAsync(() => AskAsync(store, roots));
            await _embedded.TimeAsync(() => AskAsync(embedded, roots));
        }
        foreach (var side in (Meter[])[_own, _raw, _embedded])
            await output.WriteLineAsync(side.Line("answers"));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"  ratio {Meter.Ratio(_own, _raw):F2}; Neo4j takes {_own.Seconds / _embedded.Seconds:F1} times as long as the embedded store; {Machine.Load}"));

        string[] Roots(int round) => [.. Enumerable.Range(round * RootsARound, RootsARound).Select(root => SupplyRows.Buyer(root, blocks))];
    }

    private static async Task<SqliteGraphStore> EmbedAsync(int flows)
    {
        var embedded = await SqliteGraphStore.OpenAsync(SqliteStoreOptions.InMemory, TimeProvider.System, null, default);
        foreach (var chunk in Enumerable.Range(0, SupplyRows.FirmsOf(flows)).Chunk(100_000))
            await embedded.WriteAsync(new WriteBatch { Updates = [.. chunk.Select(SupplyRows.Firm)] }, default);
        foreach (var chunk in Enumerable.Range(0, flows).Chunk(100_000))
            await embedded.WriteAsync(new WriteBatch { Updates = [.. chunk.Select(SupplyRows.Flow)] }, default);
        return embedded;
    }

    private static async Task<long> AskAsync(IGraphStore store, string[] roots)
    {
        foreach (var root in roots)
            await AskAsync(store, root);
        return roots.Length;
    }

    // A reader of its own each time, as every call of a service has.
    private static async Task<Neighbourhood> AskAsync(IGraphStore store, string root)
    {
        var reader = await store.ReadAsync(ReadPoint.Latest, default);
        return await reader.NeighbourhoodAsync(
            new NeighbourhoodQuery { Roots = [EntityId.Parse(root)], Direction = Direction.Backward, Types = ["SUPPLIES"], MaxDepth = Depth, MaxNodes = MostNodes }, default);
    }

    // Every answer of the first round, from all three sides; it warms them as well.
    private async Task CompareAsync(string[] roots, IGraphStore embedded, TextWriter output)
    {
        var file = Path.GetTempFileName();
        try
        {
            await peer.AskAsync(Raw, roots, file);
            var (answers, same, relations) = (await File.ReadAllLinesAsync(file), 0, 0);
            for (var i = 0; i < roots.Length; i++)
            {
                var own = await AskAsync(store, roots[i]);
                relations += own.Relations.Count;
                if (Told(own).SequenceEqual(Told(await AskAsync(embedded, roots[i]))) && Told(own).SequenceEqual(Told(answers[i])))
                    same++;
            }
            await output.WriteLineAsync($"  {same} of {roots.Length} answers looked at are the same on all sides, with {relations / roots.Length} relations each");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static IEnumerable<string> Told(Neighbourhood found) =>
    [
        .. found.Nodes.Select(static at => $"{at.Depth} {at.Node.Id} {at.Node.Names[0].Text} {at.Node.Properties}"),
        .. found.Relations.Select(static relation =>
            $"{relation.Id} {relation.From} {relation.To} {string.Join(' ', relation.References.Select(static reference => reference.Target))} {relation.Properties}"),
    ];

    private static List<string> Told(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        var row = document.RootElement[0];
        var depths = row.GetProperty("depths");
        return
        [
            .. row.GetProperty("nodes").EnumerateArray()
                .Select((node, place) => $"{depths[place]} {Text(node, "id")} {node.GetProperty("names")[0]} {Text(node, "properties")}"),
            .. row.GetProperty("relations").EnumerateArray().OrderBy(static relation => Text(relation, "id"), StringComparer.Ordinal).Select(static relation =>
                $"{Text(relation, "id")} {Text(relation, "from")} {Text(relation, "to")} {string.Join(' ', relation.GetProperty("ref_ids").EnumerateArray())} "
                + Text(relation, "properties")),
        ];
    }

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();
}
