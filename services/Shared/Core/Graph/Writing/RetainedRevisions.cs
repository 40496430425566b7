namespace GeoGraph.Core.Graph.Writing;

/// <summary>How far a store is, and how far back its history goes.</summary>
/// <param name="Current">The newest revision.</param>
/// <param name="Oldest">The oldest revision that reads and watches may start from.</param>
public readonly record struct RetainedRevisions(Revision Current, Revision Oldest)
{
    /// <summary>The error for a revision before <see cref="Oldest"/>.</summary>
    public GeoGraphException Expired(Revision revision) => new(ErrorReason.RevisionExpired,
        $"revision {revision} is no longer retained; the oldest is {Oldest}.",
        [new("revision", revision.ToString()), new("oldest_retained", Oldest.ToString())]);

    /// <summary>The error for a revision after <see cref="Current"/>.</summary>
    public GeoGraphException NotReached(Revision revision) => new(ErrorReason.RevisionNotReached,
        $"revision {revision} is not reached; the newest is {Current}.",
        [new("revision", revision.ToString()), new("current", Current.ToString())]);
}
