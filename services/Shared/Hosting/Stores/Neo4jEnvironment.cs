using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Memory;

namespace GeoGraph.Hosting.Stores;

/// <summary>
/// Short names of environment variables for what every program of the product needs to reach Neo4j. They win over configuration files, and
/// the long names (<c>GeoGraph__Neo4j__Uri</c>) and the command line win over them.
/// </summary>
public static class Neo4jEnvironment
{
    /// <summary>Where the server is.</summary>
    public const string Uri = "GEOGRAPH_NEO4J_URI";

    /// <summary>The user's name.</summary>
    public const string User = "GEOGRAPH_NEO4J_USER";

    /// <summary>The user's password.</summary>
    public const string Password = "GEOGRAPH_NEO4J_PASSWORD";

    /// <summary>A file that holds the password.</summary>
    public const string PasswordFile = "GEOGRAPH_NEO4J_PASSWORD_FILE";

    /// <summary>The database on the server.</summary>
    public const string Database = "GEOGRAPH_NEO4J_DATABASE";

    private static readonly (string Variable, string Key)[] Keys =
    [
        (Uri, nameof(Neo4jOptions.Uri)),
        (User, nameof(Neo4jOptions.User)),
        (Password, nameof(Neo4jOptions.Password)),
        (PasswordFile, nameof(Neo4jOptions.PasswordFile)),
        (Database, nameof(Neo4jOptions.Database)),
    ];

    /// <summary>Adds the variables that are set, just before the other environment variables.</summary>
    internal static void AddTo(IConfigurationBuilder configuration)
    {
        var set = Keys.Select(static key => KeyValuePair.Create($"{Neo4jOptions.Section}:{key.Key}", Environment.GetEnvironmentVariable(key.Variable)))
            .Where(static pair => !string.IsNullOrEmpty(pair.Value)).ToList();
        var at = configuration.Sources.ToList().FindLastIndex(static source => source is EnvironmentVariablesConfigurationSource);
        if (set.Count > 0)
            configuration.Sources.Insert(Math.Max(at, 0), new MemoryConfigurationSource { InitialData = set });
    }
}
