namespace Neo4j.Driver.Internal.Messages;

/// <summary>Typed reading of what the server says in maps. A value of another type counts as absent.</summary>
internal static class Metadata
{
    public static string? Text(this IReadOnlyDictionary<string, object?> map, string key) =>
        map.TryGetValue(key, out var value) ? value as string : null;

    public static long? Number(this IReadOnlyDictionary<string, object?> map, string key) =>
        map.TryGetValue(key, out var value) && value is long number ? number : null;

    public static double? Fraction(this IReadOnlyDictionary<string, object?> map, string key) =>
        map.TryGetValue(key, out var value) && value is double number ? number : null;

    public static bool? Flag(this IReadOnlyDictionary<string, object?> map, string key) =>
        map.TryGetValue(key, out var value) && value is bool flag ? flag : null;

    public static Dictionary<string, object?>? Map(this IReadOnlyDictionary<string, object?> map, string key) =>
        map.TryGetValue(key, out var value) ? value as Dictionary<string, object?> : null;

    /// <summary>The items of a type in a list; none where there is no list.</summary>
    public static IEnumerable<T> Items<T>(this IReadOnlyDictionary<string, object?> map, string key) =>
        map.TryGetValue(key, out var value) && value is List<object?> list ? list.OfType<T>() : [];
}
