#nullable disable

namespace Neo4j.Driver;

/// <summary>How a transaction runs. Made with <see cref="TransactionConfigBuilder"/>.</summary>
public sealed class TransactionConfig
{
    internal static readonly TransactionConfig Default = new();

    /// <summary>Gets how long the server lets it run, in whole milliseconds; null for the server's choice, zero for any time.</summary>
    public TimeSpan? Timeout { get; internal set; }

    /// <summary>Gets what the server's lists and logs of transactions show with it.</summary>
    public IDictionary<string, object> Metadata { get; internal set; } = new Dictionary<string, object>();
}
