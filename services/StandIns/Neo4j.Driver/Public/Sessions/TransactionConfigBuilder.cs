#nullable disable

namespace Neo4j.Driver;

/// <summary>Sets how a transaction runs.</summary>
public sealed class TransactionConfigBuilder
{
    private readonly TransactionConfig _config;

    internal TransactionConfigBuilder(TransactionConfig config) => _config = config;

    /// <summary>Sets how long the server lets it run, rounded up to whole milliseconds; null for the server's choice, zero for any time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public TransactionConfigBuilder WithTimeout(TimeSpan? timeout)
    {
        if (timeout is { } given && given != TimeSpan.MaxValue)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(given, TimeSpan.Zero, nameof(timeout));
            var part = given.Ticks % TimeSpan.TicksPerMillisecond;
            timeout = part == 0 ? given : given + TimeSpan.FromTicks(TimeSpan.TicksPerMillisecond - part);
        }
        _config.Timeout = timeout;
        return this;
    }

    /// <summary>Sets what the server's lists and logs of transactions show with it.</summary>
    public TransactionConfigBuilder WithMetadata(IDictionary<string, object> metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        _config.Metadata = metadata;
        return this;
    }
}
