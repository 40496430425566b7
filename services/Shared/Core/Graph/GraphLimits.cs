namespace GeoGraph.Core.Graph;

/// <summary>Bounds that every store holds to; a request beyond one is refused with <see cref="ErrorReason.LimitExceeded"/>.</summary>
public static class GraphLimits
{
    /// <summary>Items of a page where none is asked for.</summary>
    public const int DefaultPageSize = 100;

    /// <summary>The most items of a page.</summary>
    public const int MaxPageSize = 10_000;

    /// <summary>The most updates of one batch.</summary>
    public const int MaxBatchUpdates = 2_000_000;

    /// <summary>The most ids in one point read or one query's set.</summary>
    public const int MaxIdsPerQuery = 10_000;

    /// <summary>The deepest neighbourhood.</summary>
    public const int MaxDepth = 32;

    /// <summary>The most nodes of a neighbourhood.</summary>
    public const int MaxNeighbourhoodNodes = 100_000;

    /// <summary>The most bytes of an entity's properties in UTF-8.</summary>
    public const int MaxPropertiesBytes = 1_048_576;

    /// <summary>The longest text of a name query, in characters.</summary>
    public const int MaxNameQueryLength = 200;

    /// <summary>The longest request id, in characters.</summary>
    public const int MaxRequestIdLength = 128;
}
