using Neo4j.Driver;

namespace GeoGraph.Neo4j.Engine;

/// <summary>A write under way.</summary>
/// <param name="transaction">Its transaction.</param>
/// <param name="stop">What may stop it.</param>
internal sealed class OpenWork(IAsyncTransaction transaction, StopSignal stop)
{
    /// <summary>The open transaction.</summary>
    public IAsyncTransaction Transaction => transaction;

    /// <summary>Stops the work where it is cancelled; none once it goes through.</summary>
    public CancellationToken Token => stop.Token;

    /// <summary>From here on the write is not cancelled any more.</summary>
    /// <exception cref="OperationCanceledException">It has been cancelled already.</exception>
    public void GoThrough() => stop.GoThrough();

    /// <summary>Sends a statement whose result nobody reads.</summary>
    public Task<IResultCursor> RunAsync(string query, IDictionary<string, object> parameters) => transaction.RunAsync(query, parameters);

    /// <summary>Runs a statement and reads what it returns.</summary>
    public async Task<List<T>> QueryAsync<T>(string query, IDictionary<string, object> parameters, Func<IRecord, T> read)
    {
        var cursor = await transaction.RunAsync(query, parameters);
        return await cursor.ToListAsync(read);
    }
}
