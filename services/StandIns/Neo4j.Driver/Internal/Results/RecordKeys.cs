namespace Neo4j.Driver.Internal.Results;

/// <summary>The keys that all records of a result share.</summary>
internal sealed class RecordKeys
{
    private const int FewKeys = 8;
    private readonly string[] _names;
    private readonly Dictionary<string, int>? _places;

    public RecordKeys(string[] names)
    {
        _names = names;
        if (names.Length <= FewKeys) return;
        _places = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (var place = 0; place < names.Length; place++) _places.TryAdd(names[place], place);
    }

    public string[] Names => _names;

    /// <summary>The place of a key; -1 for none.</summary>
    public int PlaceOf(string key) =>
        _places is null ? Array.IndexOf(_names, key) : _places.TryGetValue(key, out var place) ? place : -1;

    /// <summary>The place of a key, its case aside; -1 for none.</summary>
    public int PlaceOfAnyCase(string key) => Array.FindIndex(_names, name => string.Equals(name, key, StringComparison.OrdinalIgnoreCase));
}
