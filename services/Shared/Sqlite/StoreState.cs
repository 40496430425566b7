using GeoGraph.Core;
using GeoGraph.Core.Graph.Writing;
using GeoGraph.Sqlite.Engine;

namespace GeoGraph.Sqlite;

/// <summary>Reads how far the store is, and how far back its history goes.</summary>
internal static class StoreState
{
    /// <summary>Reads the state within the connection's transaction.</summary>
    public static RetainedRevisions Read(Link link)
    {
        using var row = link.Query("SELECT revision, oldest FROM store");
        if (!row.Step())
            throw SqliteErrors.Unavailable("the store's file has lost its state.");
        return new RetainedRevisions(new Revision(row.Number(0)), new Revision(row.Number(1)));
    }
}
