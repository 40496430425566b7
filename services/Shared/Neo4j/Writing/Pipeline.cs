using GeoGraph.Neo4j.Engine;
using Neo4j.Driver;

namespace GeoGraph.Neo4j.Writing;

/// <summary>
/// Sends the statements of one transaction one after another without waiting for each answer, so that this side prepares the next while the database carries out the last. Only a
/// few are on their way at once, so that neither side waits for the other with its buffers full.
/// </summary>
internal sealed class Pipeline(OpenWork work)
{
    private const int MostOnTheirWay = 4;

    private readonly Queue<Func<Task>> _answers = new();

    /// <summary>Sends a statement; each record that it returns is given to <paramref name="read"/> later.</summary>
    public async Task AskAsync(string query, IDictionary<string, object> parameters, Action<IRecord> read)
    {
        var cursor = await SendAsync(query, parameters);
        _answers.Enqueue(async () =>
        {
            while (await cursor.FetchAsync())
                read(cursor.Current);
        });
    }

    /// <summary>Sends a statement that returns nothing; its counters are given to <paramref name="done"/> later.</summary>
    public async Task RunAsync(string query, IDictionary<string, object> parameters, Action<ICounters>? done = null)
    {
        var cursor = await SendAsync(query, parameters);
        _answers.Enqueue(async () =>
        {
            var summary = await cursor.ConsumeAsync();
            done?.Invoke(summary.Counters);
        });
    }

    /// <summary>Waits for every answer.</summary>
    public async Task FinishAsync()
    {
        while (_answers.TryDequeue(out var answer))
            await answer();
        // What a session that was closed meanwhile gave may have been cut short.
        work.Token.ThrowIfCancellationRequested();
    }

    private async Task<IResultCursor> SendAsync(string query, IDictionary<string, object> parameters)
    {
        work.Token.ThrowIfCancellationRequested();
        while (_answers.Count >= MostOnTheirWay)
            await _answers.Dequeue()();
        return await work.RunAsync(query, parameters);
    }
}
