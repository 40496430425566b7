namespace Neo4j.Driver.Internal;

/// <summary>Marks without repetition. Two with the same marks are equal.</summary>
internal sealed class BookmarkSet(IEnumerable<string?>? values) : Bookmarks, IEquatable<BookmarkSet>
{
    public static readonly BookmarkSet Empty = new([]);

    public override string[] Values { get; } =
        values?.Where(value => !string.IsNullOrEmpty(value)).Select(value => value!).Distinct().ToArray() ?? [];

    public bool Equals(BookmarkSet? other) => other is not null && new HashSet<string>(Values).SetEquals(other.Values);

    public override bool Equals(object? obj) => Equals(obj as BookmarkSet);

    public override int GetHashCode() => Values.Aggregate(0, (hash, value) => hash ^ value.GetHashCode(StringComparison.Ordinal));

    public override string ToString() => $"[{string.Join(", ", Values)}]";
}
