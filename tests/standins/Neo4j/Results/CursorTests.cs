namespace GeoGraph.Neo4jDriver.Tests.Results;

[RequiresNeo4j, Collection(Neo4jServer.Collection)]
public sealed class CursorTests : OnServer
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    [InlineData(Config.Infinite)]
    public async Task Records_come_in_order_whatever_the_size_of_a_batch(long fetchSize)
    {
        await using var session = Driver.AsyncSession(o => o.WithFetchSize(fetchSize));
        var result = await session.RunAsync("UNWIND range(1, 2503) AS i RETURN i, toString(i) AS text");
        var expected = 0L;
        await foreach (var record in result)
        {
            Assert.Equal(++expected, record["i"]);
            Assert.Equal($"{expected}", record[1]);
        }
        Assert.Equal(2503, expected);
        Assert.False(result.IsOpen);
    }

    [Fact]
    public async Task A_record_gives_values_by_place_key_and_key_of_any_case()
    {
        await using var session = Driver.AsyncSession();
        var record = await (await session.RunAsync("RETURN 1 AS one, 'b' AS Two, null AS three")).SingleAsync();
        Assert.Equal(["one", "Two", "three"], record.Keys);
        Assert.Equal(1L, record[0]);
        Assert.Equal("b", record["Two"]);
        Assert.Null(record["three"]);
        Assert.True(record.TryGetValueByCaseInsensitiveKey("TWO", out var two));
        Assert.Equal("b", two);
        Assert.False(record.ContainsKey("two"));
        Assert.Equal(3, record.Values.Count);
        Assert.Contains("one, Two, three", Assert.Throws<KeyNotFoundException>(() => record["four"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nine_keys_and_more_are_found_too()
    {
        await using var session = Driver.AsyncSession();
        var keys = string.Join(", ", Enumerable.Range(0, 30).Select(i => $"{i} AS k{i}"));
        var record = await (await session.RunAsync($"RETURN {keys}")).SingleAsync();
        Assert.All(Enumerable.Range(0, 30), i => Assert.Equal((long)i, record[$"k{i}"]));
    }

    [Fact]
    public async Task Peeking_does_not_go_on()
    {
        await using var session = Driver.AsyncSession();
        var result = await session.RunAsync("UNWIND [1, 2] AS i RETURN i");
        Assert.Throws<InvalidOperationException>(() => result.Current);
        Assert.Equal(1L, (await result.PeekAsync())["i"]);
        Assert.Equal(1L, (await result.PeekAsync())["i"]);
        Assert.True(await result.FetchAsync());
        Assert.Equal(1L, result.Current["i"]);
        Assert.Equal(2L, (await result.PeekAsync())["i"]);
        Assert.Equal(1L, result.Current["i"]);
        Assert.True(await result.FetchAsync());
        Assert.Null(await result.PeekAsync());
        Assert.False(await result.FetchAsync());
        Assert.False(await result.FetchAsync());
    }

    [Fact]
    public async Task Keys_are_there_before_records_and_without_them()
    {
        await using var session = Driver.AsyncSession();
        var result = await session.RunAsync("UNWIND [] AS i RETURN i AS a, i AS b");
        Assert.Equal(["a", "b"], await result.KeysAsync());
        Assert.False(await result.FetchAsync());
    }

    [Fact]
    public async Task Single_takes_one_record_and_no_other_number()
    {
        await using var session = Driver.AsyncSession();
        Assert.Equal(5, await (await session.RunAsync("RETURN 5 AS n")).SingleAsync(r => r["n"].As<int>()));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await (await session.RunAsync("UNWIND [] AS n RETURN n")).SingleAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await (await session.RunAsync("UNWIND [1, 2] AS n RETURN n")).SingleAsync());
    }

    [Fact]
    public async Task Consuming_drops_the_rest_even_of_a_result_that_would_take_for_ever()
    {
        await using var session = Driver.AsyncSession(o => o.WithFetchSize(10));
        var result = await session.RunAsync("UNWIND range(1, 1000000000000) AS i RETURN i");
        Assert.True(await result.FetchAsync());
        var summary = await result.ConsumeAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(QueryType.ReadOnly, summary.QueryType);
        Assert.False(result.IsOpen);
        await Assert.ThrowsAsync<ResultConsumedException>(result.FetchAsync);
        Assert.Equal(1, await ScalarAsync<int>(session, "RETURN 1"));
    }

    [Fact]
    public async Task What_a_slow_reader_has_not_asked_for_waits_on_the_server()
    {
        await using var session = Driver.AsyncSession(o => o.WithFetchSize(100));
        var result = await session.RunAsync("UNWIND range(1, 1000000000000) AS i RETURN i, reduce(s = '', x IN range(1, 1000) | s + 'x') AS kilobyte");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 50; i++) Assert.True(await result.FetchAsync());
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, -100_000_000, 4_000_000);
    }

    [Fact]
    public async Task An_error_within_a_result_comes_after_the_records_before_it_and_every_time()
    {
        await using var session = Driver.AsyncSession(o => o.WithFetchSize(1));
        var result = await session.RunAsync("UNWIND [1, 2, 0] AS d RETURN 2 / d AS q");
        Assert.True(await result.FetchAsync());
        Assert.Equal(2L, result.Current["q"]);
        Assert.True(await result.FetchAsync());
        var error = await Assert.ThrowsAsync<ClientException>(result.FetchAsync);
        Assert.Equal("Neo.ClientError.Statement.ArithmeticError", error.Code);
        Assert.Same(error, await Assert.ThrowsAsync<ClientException>(result.ConsumeAsync));
        Assert.Equal(1, await ScalarAsync<int>(session, "RETURN 1"));
    }

    [Fact]
    public async Task An_error_of_the_text_comes_with_the_keys_or_the_first_record()
    {
        await using var session = Driver.AsyncSession();
        var result = await session.RunAsync("RETRUN 1");
        Assert.Equal("Neo.ClientError.Statement.SyntaxError", (await Assert.ThrowsAsync<ClientException>(result.KeysAsync)).Code);
        result = await session.RunAsync("RETURN $missing");
        Assert.Equal("Neo.ClientError.Statement.ParameterMissing", (await Assert.ThrowsAsync<ClientException>(result.FetchAsync)).Code);
    }
}
