using System.Diagnostics;

namespace GeoGraph.Neo4jDriver.Tests.Hostile;

/// <summary>Connections that fall silent, are torn or come in crumbs.</summary>
[RequiresNeo4j]
[Collection(HostileServer.Collection)]
public sealed class BadNetworkTests(HostileServer hostile)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    // The server gives a sign of life every two seconds and says that three missing ones mean that it is gone.
    [Fact]
    public async Task A_connection_that_falls_silent_while_it_is_read_is_given_up()
    {
        await using var proxy = new Proxy((await hostile.StartedAsync()).Bolt);
        await using var driver = HostileServer.Driver(proxy.Uri);
        await using var session = driver.AsyncSession();
        var cursor = await session.RunAsync("UNWIND range(1, 100000000) AS i RETURN i");
        Assert.True(await cursor.FetchAsync());

        proxy.Freeze();

        var clock = Stopwatch.StartNew();
        await Assert.ThrowsAsync<ConnectionReadTimeoutException>(async () =>
        {
            while (await cursor.FetchAsync().WaitAsync(Patience))
                Assert.IsType<long>(cursor.Current[0]);
        });
        Assert.InRange(clock.Elapsed.TotalSeconds, 2, 60);
        Assert.Equal(1L, await OneAsync(driver).WaitAsync(Patience));
    }

    [Fact]
    public async Task A_connection_that_fell_silent_in_the_pool_is_found_out_before_it_is_used()
    {
        await using var proxy = new Proxy((await hostile.StartedAsync()).Bolt);
        await using var driver = HostileServer.Driver(proxy.Uri, config => config.WithConnectionLivenessCheckTimeout(TimeSpan.Zero));
        Assert.Equal(1L, await OneAsync(driver));
        proxy.Freeze();
        Assert.Equal(1L, await OneAsync(driver).WaitAsync(Patience));
        Assert.Equal(2, proxy.Connections);
    }

    [Fact]
    public async Task A_connection_that_was_closed_in_the_pool_is_replaced()
    {
        await using var proxy = new Proxy((await hostile.StartedAsync()).Bolt);
        await using var driver = HostileServer.Driver(proxy.Uri);
        for (var round = 1; round <= 3; round++)
        {
            Assert.Equal(1L, await ManagedOneAsync(driver).WaitAsync(Patience));
            proxy.Close();
        }
        Assert.InRange(proxy.Connections, 3, 6);
    }

    [Fact]
    public async Task A_query_that_is_long_silent_is_not_taken_for_a_server_that_is_gone()
    {
        await using var driver = await hostile.DriverAsync();
        await using var session = driver.AsyncSession();
        var until = DateTimeOffset.UtcNow.AddSeconds(8).ToUnixTimeMilliseconds();
        var cursor = await session.RunAsync(
            "UNWIND range(1, 100000000000) AS i WITH i WHERE datetime.realtime().epochMillis > $until RETURN 'late' LIMIT 1",
            new Dictionary<string, object> { ["until"] = until });
        Assert.Equal("late", (await cursor.SingleAsync().WaitAsync(Patience))[0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task A_result_that_comes_in_crumbs_is_whole(int piece)
    {
        await using var proxy = new Proxy((await hostile.StartedAsync()).Bolt) { Piece = piece };
        await using var driver = HostileServer.Driver(proxy.Uri);
        await using var session = driver.AsyncSession();
        var rows = await (await session.RunAsync("UNWIND range(1, 3000) AS i RETURN i, 'text ' + i")).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 3_000).Select(i => ((long)i, $"text {i}")), rows.Select(row => ((long)row[0], (string)row[1])));
    }

    // The greeting, the sign-in, the first answer and the records are each torn somewhere.
    [Fact]
    public async Task A_conversation_torn_after_any_byte_ends_in_an_error_and_not_in_part_of_an_answer()
    {
        var bolt = (await hostile.StartedAsync()).Bolt;
        var whole = await BytesOfAsync(bolt);
        var step = Math.Max(1, whole / 60);
        for (var length = 0L; length < whole; length += step)
        {
            await using var proxy = new Proxy(bolt) { TearAfter = length };
            await using var driver = HostileServer.Driver(proxy.Uri);
            await Assert.ThrowsAsync<ServiceUnavailableException>(() => RowsAsync(driver).WaitAsync(Patience));
        }
    }

    [Fact]
    public async Task What_speaks_HTTP_is_named_so()
    {
        var server = await hostile.StartedAsync();
        await using var driver = HostileServer.Driver(new Uri($"bolt://127.0.0.1:{server.Http.Port}"));
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => driver.VerifyConnectivityAsync().WaitAsync(Patience));
        Assert.Contains("HTTP", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<long> BytesOfAsync(Uri bolt)
    {
        await using var proxy = new Proxy(bolt);
        await using var driver = HostileServer.Driver(proxy.Uri);
        Assert.Equal(200, await RowsAsync(driver));
        return proxy.FromServer;
    }

    private static async Task<int> RowsAsync(IDriver driver)
    {
        await using var session = driver.AsyncSession();
        return (await (await session.RunAsync("UNWIND range(1, 200) AS i RETURN i")).ToListAsync()).Count;
    }

    private static async Task<long> OneAsync(IDriver driver)
    {
        await using var session = driver.AsyncSession();
        return (await (await session.RunAsync("RETURN 1")).SingleAsync())[0].As<long>();
    }

    private static async Task<long> ManagedOneAsync(IDriver driver)
    {
        await using var session = driver.AsyncSession();
        return await session.ExecuteReadAsync(async work => (await (await work.RunAsync("RETURN 1")).SingleAsync())[0].As<long>());
    }
}
