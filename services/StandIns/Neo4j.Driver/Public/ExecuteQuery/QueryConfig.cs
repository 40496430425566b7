#nullable disable

namespace Neo4j.Driver;

/// <summary>How an executable query runs.</summary>
public class QueryConfig
{
    /// <summary>Makes the configuration.</summary>
    public QueryConfig(
        RoutingControl routing = RoutingControl.Writers,
        string database = null,
        string impersonatedUser = null,
        IBookmarkManager bookmarkManager = null,
        bool enableBookmarkManager = true,
        TransactionConfig transactionConfig = null,
        IAuthToken authToken = null)
    {
        Routing = routing;
        Database = database;
        ImpersonatedUser = impersonatedUser;
        BookmarkManager = bookmarkManager;
        EnableBookmarkManager = enableBookmarkManager;
        TransactionConfig = transactionConfig ?? TransactionConfig.Default;
        AuthToken = authToken;
    }

    /// <summary>Gets how its transaction runs.</summary>
    public TransactionConfig TransactionConfig { get; }

    /// <summary>Gets which servers may run it.</summary>
    public RoutingControl Routing { get; }

    /// <summary>Gets the database; null for the user's own.</summary>
    public string Database { get; }

    /// <summary>Gets the user on whose behalf it runs; null for the one who signed in.</summary>
    public string ImpersonatedUser { get; }

    /// <summary>Gets who keeps marks; null for the driver itself.</summary>
    public IBookmarkManager BookmarkManager { get; }

    /// <summary>Gets whether marks are kept.</summary>
    public bool EnableBookmarkManager { get; }

    /// <summary>Gets credentials of its own; null for the driver's.</summary>
    public IAuthToken AuthToken { get; }
}
