namespace Neo4j.Driver.Internal.Connections;

/// <summary>A connection of a pool with its age. Times are of the monotonic clock.</summary>
/// <param name="connection">The connection.</param>
/// <param name="generation">How often sign-ins had expired when it was opened.</param>
internal sealed class PooledConnection(BoltConnection connection, int generation)
{
    private static readonly TimeProvider Clock = TimeProvider.System;

    private readonly long _opened = Clock.GetTimestamp();
    private long _rested = Clock.GetTimestamp();

    public BoltConnection Connection => connection;

    /// <summary>Whether it is too old, was idle for too long, is broken, or was signed in before sign-ins expired.</summary>
    public bool IsStale(Config config, int currentGeneration) =>
        connection.IsBroken
        || generation != currentGeneration
        || IsOver(config.MaxConnectionLifetime, _opened)
        || IsOver(config.ConnectionIdleTimeout, _rested);

    /// <summary>Whether it was idle for so long that the server is asked for a sign of life before use.</summary>
    public bool NeedsSignOfLife(Config config) =>
        config.ConnectionLivenessThreshold is { } threshold && IsOver(threshold, _rested);

    /// <summary>Says that it is idle from now on.</summary>
    public void Rest() => _rested = Clock.GetTimestamp();

    private static bool IsOver(TimeSpan limit, long since) => limit >= TimeSpan.Zero && Clock.GetElapsedTime(since) >= limit;
}
