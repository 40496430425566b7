using GeoGraph.Core;
using GeoGraph.Core.Graph;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Feed;

namespace GeoGraph.Exposure.Feed;

/// <summary>Opens the graph that a call asks for.</summary>
internal sealed class GraphReads(Newest<LoadedGraph> newest, ExactGraphs exact)
{
    /// <summary>The newest graph, or the one of just the revision asked for. A revision that is still to come is waited for within the deadline.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.NotReady"/> and <see cref="ErrorReason.RevisionNotReached"/>.</exception>
    public async Task<LoadedGraph> OpenAsync(ReadPoint point, DateTime deadline, CancellationToken cancellationToken)
    {
        var now = newest.Value ?? throw FeedRefusals.NotReady(ServiceNames.Actors);
        if (point.ExactRevision is { } wanted)
            return now.Revision == wanted ? now : !now.IsWhole ? now with { Revision = wanted } : await exact.GetAsync(wanted, deadline, cancellationToken);
        if (point.MinimumRevision is not { } least)
            return now;
        return await newest.WaitForAsync(graph => graph.Revision >= least, deadline, cancellationToken) ?? throw NotReached(least);
    }

    private GeoGraphException NotReached(Revision wanted)
    {
        var current = newest.Value?.Revision ?? Revision.Zero;
        return new GeoGraphException(ErrorReason.RevisionNotReached, $"revision {wanted} of actors is not reached; the graph is at {current}.",
            [new("revision", wanted.ToString()), new("current", current.ToString())]);
    }
}
