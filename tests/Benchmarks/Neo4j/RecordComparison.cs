using System.Globalization;
using Neo4j.Driver;

namespace GeoGraph.Benchmarks.Neo4j;

/// <summary>A million records of five fields through the driver and through the JavaScript client, turn about; both take every field of each as it comes.</summary>
internal sealed class RecordComparison(IDriver driver, DatabaseServer server, JavaScriptClient peer)
{
    private const int Rounds = 6;

    private const string Query =
        "UNWIND range(1, 1000000) AS i RETURN i, 'record' AS text, i / 7.0 AS ratio, i % 2 = 0 AS even, 'supplies:' + i AS id";

    private readonly Meter _own = new("the driver", server);
    private readonly Meter _raw = new($"neo4j-driver {JavaScriptClient.Version}", server);

    /// <summary>Reads, after a round that does not count.</summary>
    public async Task RunAsync(TextWriter output)
    {
        await output.WriteLineAsync("a million records of five fields");
        await ReadAsync();
        await peer.ReadAsync(Query);
        for (var round = 0; round < Rounds; round++)
        {
            if (round % 2 == 0)
                await _own.TimeAsync(ReadAsync);
            await _raw.TimeAsync(() => peer.ReadAsync(Query));
            if (round % 2 != 0)
                await _own.TimeAsync(ReadAsync);
        }
        await output.WriteLineAsync(_own.Line("records"));
        await output.WriteLineAsync(_raw.Line("records"));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"  ratio {Meter.Ratio(_own, _raw):F2}, of the clients' processor time {_raw.ClientBusy / _own.ClientBusy:F2}; {Machine.Load}"));
    }

    private async Task<long> ReadAsync()
    {
        await using var session = driver.AsyncSession(static config => config.WithDefaultAccessMode(AccessMode.Read));
        var cursor = await session.RunAsync(Query);
        var (count, fields) = (0L, 0L);
        while (await cursor.FetchAsync())
        {
            count++;
            var record = cursor.Current;
            for (var i = 0; i < 5; i++)
            {
                if (record[i] is not null)
                    fields++;
            }
        }
        return fields == 5 * count ? count : throw new InvalidOperationException("a field is missing");
    }
}
