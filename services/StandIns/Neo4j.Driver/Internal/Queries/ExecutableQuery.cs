namespace Neo4j.Driver.Internal.Queries;

/// <summary>A query whose records become rows as they are read.</summary>
internal sealed class ExecutableQuery<TIn, TOut>(
    QueryPlan plan, Func<IAsyncEnumerable<IRecord>, CancellationToken, IAsyncEnumerable<TOut>> rows) : IExecutableQuery<TIn, TOut>
{
    public IExecutableQuery<TIn, TOut> WithConfig(QueryConfig config) =>
        new ExecutableQuery<TIn, TOut>(plan with { Config = config ?? new QueryConfig() }, rows);

    public IExecutableQuery<TIn, TOut> WithParameters(Dictionary<string, object> parameters) =>
        new ExecutableQuery<TIn, TOut>(plan with { Query = new Query(plan.Query.Text, parameters) }, rows);

    public IExecutableQuery<TIn, TOut> WithParameters(object parameters) =>
        new ExecutableQuery<TIn, TOut>(plan with { Query = new Query(plan.Query.Text, parameters) }, rows);

    public IReducedExecutableQuery<TResult> WithStreamProcessor<TResult>(Func<IAsyncEnumerable<TIn>, Task<TResult>> streamProcessor)
    {
        ArgumentNullException.ThrowIfNull(streamProcessor);
        return new ReducedQuery<TResult>(plan, (records, token) => streamProcessor((IAsyncEnumerable<TIn>)rows(records, token)));
    }

    public IConfiguredQuery<TIn, TOut> WithFilter(Func<TOut, bool> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new ExecutableQuery<TIn, TOut>(plan, (records, token) => rows(records, token).Where(filter));
    }

    public IConfiguredQuery<TOut, TNext> WithMap<TNext>(Func<TOut, TNext> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new ExecutableQuery<TOut, TNext>(plan, (records, token) => rows(records, token).Select(map));
    }

    public IReducedExecutableQuery<TResult> WithReduce<TResult>(Func<TResult> seed, Func<TResult, TOut, TResult> accumulate) =>
        WithReduce(seed, accumulate, result => result);

    public IReducedExecutableQuery<TResult> WithReduce<TAccumulate, TResult>(
        Func<TAccumulate> seed, Func<TAccumulate, TOut, TAccumulate> accumulate, Func<TAccumulate, TResult> selectResult)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(accumulate);
        ArgumentNullException.ThrowIfNull(selectResult);
        return new ReducedQuery<TResult>(plan, async (records, token) =>
        {
            var accumulated = seed();
            await foreach (var row in rows(records, token).ConfigureAwait(false)) accumulated = accumulate(accumulated, row);
            return selectResult(accumulated);
        });
    }

    public Task<EagerResult<IReadOnlyList<TOut>>> ExecuteAsync(CancellationToken token = default) => plan.RunAsync<IReadOnlyList<TOut>>(
        async (records, cancellationToken) => await rows(records, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false), token);
}
