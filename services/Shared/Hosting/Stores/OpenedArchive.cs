using GeoGraph.Core.Graph;
using GeoGraph.Core.Graph.Archive;

namespace GeoGraph.Hosting.Stores;

/// <summary>A store that is open for the sake of its archive.</summary>
/// <param name="store">The store, which is disposed with this.</param>
public sealed class OpenedArchive(IGraphStore store) : IAsyncDisposable
{
    /// <summary>Gives out and takes in all that the store retains.</summary>
    public IGraphArchive Archive { get; } = (IGraphArchive)store;

    internal IGraphStore Store => store;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => store.DisposeAsync();
}
