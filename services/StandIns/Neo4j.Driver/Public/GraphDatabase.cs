#nullable disable

using Neo4j.Driver.Internal;

namespace Neo4j.Driver;

/// <summary>
/// Where drivers come from. Schemes are bolt, bolt+s, bolt+ssc, neo4j, neo4j+s and neo4j+ssc; the port is 7687 where absent.
/// Making a driver connects nowhere.
/// </summary>
public static class GraphDatabase
{
    /// <summary>Gets a maker of bookmark managers.</summary>
    public static IBookmarkManagerFactory BookmarkManagerFactory { get; } = new DefaultBookmarkManagerFactory();

    /// <summary>A driver without credentials.</summary>
    public static IDriver Driver(string uri) => Driver(new Uri(uri));

    /// <summary>A driver without credentials.</summary>
    public static IDriver Driver(Uri uri) => Driver(uri, AuthTokens.None, null);

    /// <summary>A driver without credentials.</summary>
    public static IDriver Driver(string uri, Action<ConfigBuilder> action) => Driver(new Uri(uri), action);

    /// <summary>A driver without credentials.</summary>
    public static IDriver Driver(Uri uri, Action<ConfigBuilder> action) => Driver(uri, AuthTokens.None, action);

    /// <summary>A driver with the default configuration.</summary>
    public static IDriver Driver(string uri, IAuthToken authToken) => Driver(new Uri(uri), authToken);

    /// <summary>A driver with the default configuration.</summary>
    public static IDriver Driver(Uri uri, IAuthToken authToken) => Driver(uri, authToken, null);

    /// <summary>A driver.</summary>
    public static IDriver Driver(string uri, IAuthToken authToken, Action<ConfigBuilder> action) => Driver(new Uri(uri), authToken, action);

    /// <summary>A driver.</summary>
    /// <exception cref="ArgumentException">The scheme is none of Neo4j's, or both the scheme and the configuration speak of encryption.</exception>
    public static IDriver Driver(Uri uri, IAuthToken authToken, Action<ConfigBuilder> action)
    {
        ArgumentNullException.ThrowIfNull(uri);
        ArgumentNullException.ThrowIfNull(authToken);
        var config = new Config();
        action?.Invoke(new ConfigBuilder(config));
        return BoltDriver.Create(uri, authToken, config);
    }
}
