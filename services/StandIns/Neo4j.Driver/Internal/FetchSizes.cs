namespace Neo4j.Driver.Internal;

internal static class FetchSizes
{
    /// <summary>The number of records to pull at a time, or <see cref="Config.Infinite"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is neither positive nor infinite.</exception>
    public static long Checked(long size) => size > 0 || size == Config.Infinite
        ? size
        : throw new ArgumentOutOfRangeException(nameof(size), size, "The fetch size is 1 or more, or Config.Infinite.");
}
