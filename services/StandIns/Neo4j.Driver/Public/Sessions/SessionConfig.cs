#nullable disable

namespace Neo4j.Driver;

/// <summary>What a session works on. Made with <see cref="SessionConfigBuilder"/>.</summary>
public sealed class SessionConfig
{
    internal SessionConfig()
    {
    }

    /// <summary>Gets the database; null for the user's own.</summary>
    public string Database { get; internal set; }

    /// <summary>Gets whether transactions may write where the call does not say: they may.</summary>
    public AccessMode DefaultAccessMode { get; internal set; } = AccessMode.Write;

    /// <summary>Gets what the first transaction is to see; null for nothing in particular.</summary>
    public IEnumerable<Bookmarks> Bookmarks { get; internal set; }

    /// <summary>Gets how many records are pulled at a time; null for the driver's choice.</summary>
    public long? FetchSize { get; internal set; }

    /// <summary>Gets the user on whose behalf it works; null for the one who signed in.</summary>
    public string ImpersonatedUser { get; internal set; }

    /// <summary>Gets who keeps marks for several sessions; null for nobody.</summary>
    public IBookmarkManager BookmarkManager { get; internal set; }

    /// <summary>Gets credentials of its own; null for the driver's.</summary>
    public IAuthToken AuthToken { get; internal set; }

    /// <summary>Gets which notifications the server is asked for; null for the driver's choice.</summary>
    public INotificationsConfig NotificationsConfig { get; internal set; }
}
