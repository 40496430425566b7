using GeoGraph.Core;
using GeoGraph.Sqlite.Engine;

namespace GeoGraph.Sqlite;

/// <summary>How far the store is, and how far back its history goes.</summary>
internal readonly record struct StoreState(Revision Current, Revision Oldest)
{
    /// <summary>Reads the state within the connection's transaction.</summary>
    public static StoreState Read(Link link)
    {
        using var row = link.Query("SELECT revision, oldest FROM store");
        if (!row.Step())
            throw SqliteErrors.Unavailable("the store's file has lost its state.");
        return new StoreState(new Revision(row.Number(0)), new Revision(row.Number(1)));
    }

    /// <summary>The error for a revision before <see cref="Oldest"/>.</summary>
    public GeoGraphException Expired(Revision revision) => new(ErrorReason.RevisionExpired,
        $"revision {revision} is no longer retained; the oldest is {Oldest}.",
        [new("revision", revision.ToString()), new("oldest_retained", Oldest.ToString())]);

    /// <summary>The error for a revision after <see cref="Current"/>.</summary>
    public GeoGraphException NotReached(Revision revision) => new(ErrorReason.RevisionNotReached,
        $"revision {revision} is not reached; the newest is {Current}.",
        [new("revision", revision.ToString()), new("current", Current.ToString())]);
}
