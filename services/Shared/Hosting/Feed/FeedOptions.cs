using System.ComponentModel.DataAnnotations;

namespace GeoGraph.Hosting.Feed;

/// <summary>How a service follows the services that feed it; section <c>GeoGraph:Feed</c>. A value out of its range stops the start, and every such value is named.</summary>
public sealed class FeedOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "GeoGraph:Feed";

    /// <summary>How often a feeding service says that nothing happened. A stream silent for three times as long counts as broken.</summary>
    /// <value>100 ms to 1 min; default 5 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan CheckpointEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait before a broken stream is opened again. The first wait is about 100 ms; each further one is twice as long, with jitter.</summary>
    /// <value>100 ms to 5 min; default 10 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan MaxBackoff { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many change sets wait while the state is compiled; they are then applied together. Beyond it the stream is held back.</summary>
    /// <value>1 to 100,000; default 1,000.</value>
    [Range(1, 100_000)]
    public int MaxPendingChangeSets { get; set; } = 1_000;

    /// <summary>How many states of exact earlier revisions are kept for further questions, beside the newest.</summary>
    /// <value>1 to 16; default 2.</value>
    [Range(1, 16)]
    public int ExactStates { get; set; } = 2;
}
