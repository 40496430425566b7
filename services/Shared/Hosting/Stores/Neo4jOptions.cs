using System.ComponentModel.DataAnnotations;
using GeoGraph.Neo4j;

namespace GeoGraph.Hosting.Stores;

/// <summary>
/// How the graph in Neo4j is reached; section <c>GeoGraph:Neo4j</c>, used where <see cref="StoreOptions.Store"/> is <c>neo4j</c>. What is wrong stops the start, and all of
/// it is named. Secrets come from the environment, a configuration file or a file of their own, never from the command line, which other users of the machine can read.
/// </summary>
public sealed class Neo4jOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "GeoGraph:Neo4j";

    /// <summary>Where the server is, without user and password.</summary>
    /// <value>
    /// <c>bolt://host:port</c> or <c>neo4j://host:port</c>, with <c>+s</c> for TLS and a certificate that this machine trusts, or <c>+ssc</c> for any certificate; required.
    /// </value>
    public string? Uri { get; set; }

    /// <summary>The user's name.</summary>
    /// <value>Default <c>neo4j</c>.</value>
    [Required]
    public string User { get; set; } = "neo4j";

    /// <summary>The user's password; not from the command line.</summary>
    public string? Password { get; set; }

    /// <summary>A file that holds the password and nothing else but a line's end; read at each opening, and before <see cref="Password"/>.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>A file that holds a bearer token of single sign-on, in place of user and password; read at each opening, and before both.</summary>
    public string? BearerTokenFile { get; set; }

    /// <summary>True for a server that is set up to ask for no credentials.</summary>
    public bool NoAuthentication { get; set; }

    /// <summary>The database on the server.</summary>
    /// <value>Default <c>neo4j</c>.</value>
    [Required]
    public string Database { get; set; } = "neo4j";

    /// <summary>How long a new connection may take.</summary>
    /// <value>100 ms to 5 min; default 5 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the database may take over one read.</summary>
    /// <value>100 ms to 1 h; default 30 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the database may take over one write.</summary>
    /// <value>1 s to 1 day; default 5 min.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a write waits for another writer.</summary>
    /// <value>100 ms to 5 min; default 10 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The most connections of one service's store; a call beyond waits for one.</summary>
    /// <value>4 to 1000; default 32.</value>
    [Range(4, 1000)]
    public int MaxConnections { get; set; } = 32;

    /// <summary>These options for the store of one service, its secret read from where it lies.</summary>
    /// <param name="service">Short name of the owning service, as <c>actors</c>.</param>
    /// <exception cref="IOException">A file of a secret cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file of a secret may not be read.</exception>
    internal Neo4jStoreOptions Of(string service)
    {
        var options = new Neo4jStoreOptions
        {
            Uri = new Uri(Uri!),
            Owner = service,
            Database = Database,
            ReadTimeout = ReadTimeout,
            WriteTimeout = WriteTimeout,
            BusyTimeout = BusyTimeout,
            ConnectionTimeout = ConnectTimeout,
            MaxConnections = MaxConnections,
        };
        return this switch
        {
            { BearerTokenFile: { Length: > 0 } token } => options.WithBearer(SecretFile.Read(token)),
            { PasswordFile: { Length: > 0 } file } => options.WithPassword(User, SecretFile.Read(file)),
            { Password: { Length: > 0 } password } => options.WithPassword(User, password),
            _ => options,
        };
    }
}
