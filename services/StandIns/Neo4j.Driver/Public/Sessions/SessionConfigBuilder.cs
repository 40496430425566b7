#nullable disable

using Neo4j.Driver.Internal;

namespace Neo4j.Driver;

/// <summary>Sets what a session works on.</summary>
public sealed class SessionConfigBuilder
{
    private readonly SessionConfig _config;

    internal SessionConfigBuilder(SessionConfig config) => _config = config;

    /// <summary>Sets the database.</summary>
    public SessionConfigBuilder WithDatabase(string database) => Set(c => c.Database = Named(database, nameof(database)));

    /// <summary>Sets whether transactions may write where the call does not say.</summary>
    public SessionConfigBuilder WithDefaultAccessMode(AccessMode defaultAccessMode) => Set(c => c.DefaultAccessMode = defaultAccessMode);

    /// <summary>Sets what the first transaction is to see.</summary>
    public SessionConfigBuilder WithBookmarks(params Bookmarks[] bookmarks)
    {
        ArgumentNullException.ThrowIfNull(bookmarks);
        return Set(c => c.Bookmarks = bookmarks);
    }

    /// <summary>Sets how many records are pulled at a time; <see cref="Config.Infinite"/> for all at once.</summary>
    public SessionConfigBuilder WithFetchSize(long size) => Set(c => c.FetchSize = FetchSizes.Checked(size));

    /// <summary>Sets the user on whose behalf it works.</summary>
    public SessionConfigBuilder WithImpersonatedUser(string impersonatedUser) =>
        Set(c => c.ImpersonatedUser = Named(impersonatedUser, nameof(impersonatedUser)));

    /// <summary>Sets who keeps marks for several sessions.</summary>
    public SessionConfigBuilder WithBookmarkManager(IBookmarkManager bookmarkManager) => Set(c => c.BookmarkManager = bookmarkManager);

    /// <summary>Sets credentials of its own; Bolt 5.1 and above.</summary>
    public SessionConfigBuilder WithAuthToken(IAuthToken authToken) => Set(c => c.AuthToken = authToken);

    /// <summary>Asks the server for no notifications.</summary>
    public SessionConfigBuilder WithNotificationsDisabled() => Set(c => c.NotificationsConfig = NotificationChoice.None);

    /// <summary>Sets which notifications the server is asked for; what is null is left to it.</summary>
    /// <exception cref="ArgumentException">Both are null.</exception>
    public SessionConfigBuilder WithNotifications(Severity? minimumSeverity, Category[] disabledCategories) =>
        Set(c => c.NotificationsConfig = NotificationChoice.Of(minimumSeverity, disabledCategories));

    private static string Named(string name, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, parameter);
        return name;
    }

    private SessionConfigBuilder Set(Action<SessionConfig> change)
    {
        change(_config);
        return this;
    }
}
