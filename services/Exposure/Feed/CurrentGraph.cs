using GeoGraph.Core;

namespace GeoGraph.Exposure.Feed;

/// <summary>The newest graph, swapped as a whole. Safe for concurrent use.</summary>
internal sealed class CurrentGraph
{
    private State _state = new(null);

    /// <summary>The newest graph; null until the first is loaded.</summary>
    public LoadedGraph? Newest => Volatile.Read(ref _state).Graph;

    /// <summary>Makes a graph the newest and wakes whoever waits for it.</summary>
    public void Publish(LoadedGraph graph) => Interlocked.Exchange(ref _state, new State(graph)).Next.SetResult();

    /// <summary>Waits until the newest graph stands for a revision or a later one.</summary>
    public async Task<LoadedGraph> WaitForAsync(Revision revision, CancellationToken cancellationToken)
    {
        while (true)
        {
            var state = Volatile.Read(ref _state);
            if (state.Graph is { } graph && graph.Revision >= revision)
                return graph;
            await state.Next.Task.WaitAsync(cancellationToken);
        }
    }

    private sealed record State(LoadedGraph? Graph)
    {
        public TaskCompletionSource Next { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
