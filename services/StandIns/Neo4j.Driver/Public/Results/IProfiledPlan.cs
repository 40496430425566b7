#nullable disable

namespace Neo4j.Driver;

/// <summary>A step of how a query ran.</summary>
public interface IProfiledPlan : IPlan
{
    /// <summary>Gets how often it touched the store.</summary>
    long DbHits { get; }

    /// <summary>Gets how many rows it gave.</summary>
    long Records { get; }

    /// <summary>Gets how many pages were in memory.</summary>
    long PageCacheHits { get; }

    /// <summary>Gets how many pages were not.</summary>
    long PageCacheMisses { get; }

    /// <summary>Gets the part of pages that were in memory, 0 to 1.</summary>
    double PageCacheHitRatio { get; }

    /// <summary>Gets the time that it took, in nanoseconds.</summary>
    long Time { get; }

    /// <summary>Gets whether the server says anything of pages.</summary>
    bool HasPageCacheStats { get; }

    /// <summary>Gets the steps that it takes from.</summary>
    new IList<IProfiledPlan> Children { get; }
}
