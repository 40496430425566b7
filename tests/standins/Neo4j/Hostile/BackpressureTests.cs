using System.Diagnostics;

namespace GeoGraph.Neo4jDriver.Tests.Hostile;

/// <summary>Readers slower than the server, and records larger than any buffer.</summary>
[RequiresNeo4j]
[Collection(HostileServer.Collection)]
public sealed class BackpressureTests(HostileServer hostile)
{
    private const int TextLength = 1_000;
    private const string Rows = "UNWIND range(1, 200000) AS i RETURN i, $text AS text";
    private static readonly Dictionary<string, object> Text = new() { ["text"] = new string('x', TextLength) };

    [Fact]
    public async Task The_server_sends_no_more_than_a_few_batches_ahead_of_the_reader()
    {
        const int batch = 100, ahead = 3;
        await using var proxy = new Proxy((await hostile.StartedAsync()).Bolt);
        await using var driver = HostileServer.Driver(proxy.Uri, config => config.WithFetchSize(batch));
        await using var session = driver.AsyncSession();
        var cursor = await session.RunAsync(Rows, Text);
        for (var read = 1; read <= 5_000; read++)
        {
            Assert.True(await cursor.FetchAsync());
            Assert.InRange(proxy.FromServer, 0, (read + ahead * batch) * (TextLength + 50L));
        }
    }

    [Fact]
    public async Task A_reader_that_asked_for_everything_and_stops_reading_holds_the_server_back()
    {
        await using var proxy = new Proxy((await hostile.StartedAsync()).Bolt);
        await using var driver = HostileServer.Driver(proxy.Uri, config => config.WithFetchSize(Config.Infinite));
        var session = driver.AsyncSession();
        var cursor = await session.RunAsync(Rows, Text);
        for (var read = 1; read <= 5; read++)
            Assert.True(await cursor.FetchAsync());
        await using (var other = driver.AsyncSession())
            Assert.Equal(1L, (await (await other.RunAsync("RETURN 1")).SingleAsync())[0]);
        Assert.InRange(proxy.FromServer, 5 * TextLength, 40_000_000);

        var clock = Stopwatch.StartNew();
        await session.CloseAsync().WaitAsync(TimeSpan.FromSeconds(90));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 30);
    }

    [Fact]
    public async Task A_slow_reader_gets_every_record_in_order()
    {
        await using var driver = await hostile.DriverAsync(config => config.WithFetchSize(7));
        await using var session = driver.AsyncSession();
        var cursor = await session.RunAsync("UNWIND range(1, 1000) AS i RETURN i");
        var expected = 0L;
        while (await cursor.FetchAsync())
        {
            Assert.Equal(++expected, cursor.Current[0]);
            await Task.Yield();
        }
        Assert.Equal(1_000, expected);
    }

    [Fact]
    public async Task Records_far_larger_than_a_chunk_are_whole()
    {
        await using var driver = await hostile.DriverAsync();
        var text = string.Create(12_000_000, 0, (span, _) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = (char)('a' + i % 25);
        });
        Assert.Equal(text, await EchoAsync(driver, text));
        var bytes = new byte[8_000_000];
        new Random(1).NextBytes(bytes);
        Assert.Equal(bytes, await EchoAsync(driver, bytes));
        var numbers = Enumerable.Range(0, 1_000_000).Select(number => (object)(long)number).ToList();
        Assert.True(numbers.SequenceEqual(Assert.IsType<List<object>>(await EchoAsync(driver, numbers))));
        var map = Enumerable.Range(0, 50_000).ToDictionary(number => $"key {number}", number => (object)(long)number);
        Assert.Equal(map, await EchoAsync(driver, map));
        Assert.Equal("small", await EchoAsync(driver, "small"));
    }

    private static async Task<object> EchoAsync(IDriver driver, object value)
    {
        await using var session = driver.AsyncSession();
        return (await (await session.RunAsync("RETURN $value", new Dictionary<string, object> { ["value"] = value })).SingleAsync())[0];
    }
}
