using GeoGraph.Core;
using GeoGraph.Core.Graph;

namespace GeoGraph.Exposure.Feed;

/// <summary>Opens the graph that a call asks for.</summary>
internal sealed class GraphReads(CurrentGraph current, ExactGraphs exact, TimeProvider time)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The newest graph, or the one of just the revision asked for. A revision that is still to come is waited for up to nine tenths of what the
    /// call's deadline leaves, at most 10 s, so that the answer to the caller says why.
    /// </summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.NotReady"/> and <see cref="ErrorReason.RevisionNotReached"/>.</exception>
    public async Task<LoadedGraph> OpenAsync(ReadPoint point, DateTime deadline, CancellationToken cancellationToken)
    {
        var newest = current.Newest
            ?? throw new GeoGraphException(ErrorReason.NotReady, "the graph of actors is not loaded yet.", [new("waiting_for", "actors")]);
        if (point.ExactRevision is { } wanted)
            return newest.Revision == wanted ? newest : await exact.GetAsync(wanted, deadline, cancellationToken);
        return point.MinimumRevision is { } least && newest.Revision < least ? await WaitForAsync(least, deadline, cancellationToken) : newest;
    }

    private async Task<LoadedGraph> WaitForAsync(Revision revision, DateTime deadline, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience(deadline), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await current.WaitForAsync(revision, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var reached = current.Newest?.Revision ?? Revision.Zero;
            throw new GeoGraphException(ErrorReason.RevisionNotReached, $"revision {revision} is not reached; the graph is at {reached}.",
                [new("revision", revision.ToString()), new("current", reached.ToString())]);
        }
    }

    private TimeSpan Patience(DateTime deadline)
    {
        if (deadline == DateTime.MaxValue)
            return LongestWait;
        var left = (deadline - time.GetUtcNow().UtcDateTime) * 0.9;
        return left > LongestWait ? LongestWait : left < TimeSpan.Zero ? TimeSpan.Zero : left;
    }
}
