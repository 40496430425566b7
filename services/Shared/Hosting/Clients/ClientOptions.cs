using System.ComponentModel.DataAnnotations;

namespace GeoGraph.Hosting.Clients;

/// <summary>How one service calls another; section <c>GeoGraph:Clients</c>. A value out of its range stops the start, and every such value is named.</summary>
public sealed class ClientOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "GeoGraph:Clients";

    /// <summary>The deadline of a unary call, over all its attempts, where the caller sets none.</summary>
    /// <value>10 ms to 1 h; default 15 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.01", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan DefaultDeadline { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a call that may be repeated is tried again after UNAVAILABLE or ABORTED.</summary>
    /// <value>0 to 10; default 3; 0 turns retries off.</value>
    [Range(0, 10)]
    public int MaxRetries { get; set; } = 3;

    /// <summary>The median delay before the first retry; it doubles with each further one, with jitter. A RetryInfo of the server takes precedence.</summary>
    /// <value>1 ms to 10 s; default 100 ms.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:10", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The share of failed attempts from which calls to a service are refused at once for a while.</summary>
    /// <value>0.01 to 1; default 0.5.</value>
    [Range(0.01, 1.0)]
    public double BreakerFailureRatio { get; set; } = 0.5;

    /// <summary>The attempts within <see cref="BreakerWindow"/> below which the share is not judged.</summary>
    /// <value>2 to 10,000; default 20.</value>
    [Range(2, 10_000)]
    public int BreakerMinimumAttempts { get; set; } = 20;

    /// <summary>The time over which the share is taken.</summary>
    /// <value>500 ms to 10 min; default 10 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan BreakerWindow { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long calls are refused before one is let through to see.</summary>
    /// <value>500 ms to 10 min; default 5 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan BreakerPause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a read goes unanswered before a second attempt is sent beside it; the first answer counts. Choose at least the slowest
    /// hundredth of the reads in good times, or hedging doubles the load just when there is too much of it. Writes are never hedged.
    /// </summary>
    /// <value>1 ms to 1 min; default absent, which turns hedging off: one replica answers a slow graph question no sooner than another.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan? HedgingDelay { get; set; }
}
