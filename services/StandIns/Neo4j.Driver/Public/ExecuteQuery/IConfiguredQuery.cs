#nullable disable

namespace Neo4j.Driver;

/// <summary>A query whose rows are filtered, mapped and reduced as they come.</summary>
public interface IConfiguredQuery<TIn, TOut>
{
    /// <summary>Leaves out rows for which the filter says false.</summary>
    IConfiguredQuery<TIn, TOut> WithFilter(Func<TOut, bool> filter);

    /// <summary>Makes something of each row.</summary>
    IConfiguredQuery<TOut, TNext> WithMap<TNext>(Func<TOut, TNext> map);

    /// <summary>Makes one thing of all rows.</summary>
    IReducedExecutableQuery<TResult> WithReduce<TResult>(Func<TResult> seed, Func<TResult, TOut, TResult> accumulate);

    /// <summary>Makes one thing of all rows, and something else of that.</summary>
    IReducedExecutableQuery<TResult> WithReduce<TAccumulate, TResult>(
        Func<TAccumulate> seed, Func<TAccumulate, TOut, TAccumulate> accumulate, Func<TAccumulate, TResult> selectResult);

    /// <summary>Runs the query in a managed transaction and reads it whole. A cancelled token stops it on the server.</summary>
    Task<EagerResult<IReadOnlyList<TOut>>> ExecuteAsync(CancellationToken token = default);
}
