using System.Runtime.CompilerServices;
using Neo4j.Driver.Internal.Sessions;

namespace Neo4j.Driver.Internal.Queries;

/// <summary>A query with its configuration, ready to be run in a managed transaction.</summary>
internal sealed record QueryPlan(BoltDriver Driver, Query Query, QueryConfig Config)
{
    /// <summary>Runs it and makes something of its records. A cancelled token stops it on the server.</summary>
    public async Task<EagerResult<T>> RunAsync<T>(
        Func<IAsyncEnumerable<IRecord>, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var session = Driver.Session(SessionConfig());
        var stopped = Task.CompletedTask;
        var stop = cancellationToken.UnsafeRegister(
            _ => stopped = session.CloseAsync(new OperationCanceledException(cancellationToken)), null);
        try
        {
            return await session.ExecuteAsync(
                Mode, runner => AttemptAsync(runner, read, cancellationToken), Config.TransactionConfig, DriverInterface.ExecutableQuery)
                .ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The query was cancelled.", error, cancellationToken);
        }
        finally
        {
            await stop.DisposeAsync().ConfigureAwait(false);
            await stopped.ConfigureAwait(false);
        }
    }

    private AccessMode Mode => Config.Routing == RoutingControl.Readers ? AccessMode.Read : AccessMode.Write;

    private static async IAsyncEnumerable<IRecord> RecordsAsync(
        IResultCursor result, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await result.FetchAsync().ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return result.Current;
        }
    }

    private async Task<EagerResult<T>> AttemptAsync<T>(
        IAsyncQueryRunner runner, Func<IAsyncEnumerable<IRecord>, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        var result = await runner.RunAsync(Query).ConfigureAwait(false);
        var made = await read(RecordsAsync(result, cancellationToken), cancellationToken).ConfigureAwait(false);
        var keys = await result.KeysAsync().ConfigureAwait(false);
        var summary = await result.ConsumeAsync().ConfigureAwait(false);
        return new EagerResult<T>(made, summary, keys);
    }

    private SessionConfig SessionConfig() => new()
    {
        Database = Config.Database,
        DefaultAccessMode = Mode,
        ImpersonatedUser = Config.ImpersonatedUser,
        AuthToken = Config.AuthToken,
        BookmarkManager = Config.EnableBookmarkManager ? Config.BookmarkManager ?? Driver.GetExecutableQueryBookmarkManager() : null,
    };
}
