namespace GeoGraph.Neo4jDriver.Tests.Hostile;

/// <summary>A server that is killed with SIGKILL while it is used, and comes back.</summary>
[RequiresNeo4j]
[Collection(HostileServer.Collection)]
public sealed class KilledServerTests(HostileServer hostile)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Killed_between_two_records_the_rest_is_refused_and_the_driver_finds_the_server_again()
    {
        var server = await hostile.StartedAsync();
        await using var driver = await hostile.DriverAsync();
        await using var session = driver.AsyncSession();
        var cursor = await session.RunAsync("UNWIND range(1, 100000000) AS i RETURN i, 'text ' + i AS text");
        for (var expected = 1L; expected <= 1_500; expected++)
        {
            Assert.True(await cursor.FetchAsync());
            Assert.Equal(expected, cursor.Current["i"]);
        }

        await server.KillAsync();

        var read = 1_500L;
        await Assert.ThrowsAnyAsync<Neo4jException>(async () =>
        {
            while (await cursor.FetchAsync().WaitAsync(Patience))
                Assert.Equal(++read, cursor.Current["i"]);
        });
        await Assert.ThrowsAsync<ServiceUnavailableException>(() => driver.VerifyConnectivityAsync().WaitAsync(Patience));
        await server.StartAgainAsync();
        await driver.VerifyConnectivityAsync().WaitAsync(Patience);
    }

    [Fact]
    public async Task Killed_before_the_first_record_the_wait_for_it_ends()
    {
        var server = await hostile.StartedAsync();
        await using var driver = await hostile.DriverAsync();
        await using var session = driver.AsyncSession();
        await driver.VerifyConnectivityAsync();
        var cursor = await session.RunAsync("UNWIND range(1, 1000000000) AS i WITH sum(sqrt(i) * i) AS all RETURN all");
        var waiting = cursor.FetchAsync();

        await server.KillAsync();

        await Assert.ThrowsAsync<ServiceUnavailableException>(() => waiting.WaitAsync(Patience));
        await server.StartAgainAsync();
    }

    [Fact]
    public async Task Killed_within_a_transaction_nothing_of_it_stays_and_a_managed_one_is_tried_again()
    {
        var server = await hostile.StartedAsync();
        await server.WipeAsync();
        await using var driver = await hostile.DriverAsync();
        var attempts = 0;
        await using var session = driver.AsyncSession();
        await session.ExecuteWriteAsync(async work =>
        {
            attempts++;
            await (await work.RunAsync("UNWIND range(1, 1000) AS i CREATE (:Kill {i: i})")).ConsumeAsync();
            if (attempts == 1)
            {
                await server.KillAsync();
                await server.StartAgainAsync();
            }
            await (await work.RunAsync("CREATE (:Kill {last: true})")).ConsumeAsync();
        });
        Assert.InRange(attempts, 2, 20);
        Assert.Equal(1_001, await server.CountAsync("MATCH (k:Kill) RETURN count(k)"));
    }
}
