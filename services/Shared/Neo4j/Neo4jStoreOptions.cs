using Neo4j.Driver;

namespace GeoGraph.Neo4j;

/// <summary>Where a <see cref="Neo4jGraphStore"/> keeps its data, how it signs in and how long it waits.</summary>
public sealed record Neo4jStoreOptions
{
    /// <summary>
    /// The database's address: <c>bolt://host:7687</c>, or <c>neo4j://</c> to be routed by the server; with <c>+s</c> encrypted and the certificate checked, with
    /// <c>+ssc</c> encrypted with any certificate.
    /// </summary>
    public required Uri Uri { get; init; }

    /// <summary>
    /// Whose store it is, as <c>actors</c>: lower-case letters and digits, starting with two letters. Several stores share a database, each of one owner.
    /// </summary>
    public required string Owner { get; init; }

    /// <summary>How the store signs in; default without credentials.</summary>
    public IAuthToken Credentials { get; init; } = AuthTokens.None;

    /// <summary>The database's name on its server; null for the user's home database.</summary>
    public string? Database { get; init; }

    /// <summary>How long one read may take before the database ends it and it gives LimitExceeded; default 30 s.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one write may take before the database ends it and it gives LimitExceeded; default 5 minutes.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a write waits for another process that is writing before it gives WriteConflict; default 10 s.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long connecting may take; default 5 s.</summary>
    public TimeSpan ConnectionTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often watches and waiting reads look for writes of other processes; default 200 ms. Writes of this process are seen at once.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The most connections at once, 4 to 1,000, default 32; a call beyond waits for one.</summary>
    public int MaxConnections { get; init; } = 32;

    /// <summary>The most rows that one statement of a write carries, 1 to 100,000; default 2,500. Further rows go in further statements of the same transaction.</summary>
    public int RowsPerStatement { get; init; } = 2_500;

    /// <summary>These options with a user's name and password.</summary>
    public Neo4jStoreOptions WithPassword(string user, string password) => this with { Credentials = AuthTokens.Basic(user, password) };

    /// <summary>These options with a token of the server's identity provider.</summary>
    public Neo4jStoreOptions WithBearer(string token) => this with { Credentials = AuthTokens.Bearer(token) };

    /// <summary>Checks the numbers and the owner.</summary>
    /// <exception cref="ArgumentException">One is out of its bounds.</exception>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConnections, 4);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxConnections, 1_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(RowsPerStatement, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(RowsPerStatement, 100_000);
        foreach (var time in (TimeSpan[])[ReadTimeout, WriteTimeout, BusyTimeout, ConnectionTimeout, PollInterval])
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero);
        _ = new Format.StoreNames(Owner);
    }
}
