namespace Neo4j.Driver.Internal.Queries;

/// <summary>A query of whose records one thing is made.</summary>
internal sealed class ReducedQuery<TOut>(QueryPlan plan, Func<IAsyncEnumerable<IRecord>, CancellationToken, Task<TOut>> read)
    : IReducedExecutableQuery<TOut>
{
    public Task<EagerResult<TOut>> ExecuteAsync(CancellationToken token = default) => plan.RunAsync(read, token);
}
