namespace Neo4j.Driver.Internal.Types;

/// <summary>Comparisons that are the same for every value of time.</summary>
internal static class Comparison
{
    /// <summary>The other object as the type of the one that it is compared with.</summary>
    /// <exception cref="ArgumentException">It is of another type.</exception>
    public static T? Same<T>(T value, object? other)
        where T : TemporalValue =>
        other is null or T ? (T?)other : throw new ArgumentException($"Object must be of type {value.GetType().Name}", nameof(other));
}
