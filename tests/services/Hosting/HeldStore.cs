using System.Runtime.CompilerServices;
using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.ServiceTests.Hosting;

/// <summary>A store whose reads do what a test wants; it answers nothing else.</summary>
internal sealed class HeldStore(Func<CancellationToken, Task<IGraphReader>> read, bool ready = true) : IGraphStore
{
    /// <summary>A store whose reads last until they are cancelled; each is announced.</summary>
    public static HeldStore Blocked(Action announce) => new(async cancellationToken =>
    {
        announce();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("a wait without end has ended.");
    });

    public Task<IGraphReader> ReadAsync(ReadPoint point, CancellationToken cancellationToken) => read(cancellationToken);

    public Task<WriteReceipt> WriteAsync(WriteBatch batch, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async IAsyncEnumerable<ChangeSet> WatchAsync(Revision after, TimeSpan checkpointEvery, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new ChangeSet(after, []);
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    public Task TrimHistoryAsync(Revision keepFrom, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<StoreReadiness> CheckReadinessAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new StoreReadiness(ready, Revision.Zero, Revision.Zero, ready ? null : "the disk is full"));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
