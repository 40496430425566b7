using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Neo4j.Driver.Internal.Results;

/// <summary>A row: its values, beside the keys that it shares with the others.</summary>
internal sealed class Record(RecordKeys keys, object?[] values) : IRecord
{
    public IReadOnlyList<string> Keys => keys.Names;

    public IReadOnlyDictionary<string, object> Values => this;

    public int Count => values.Length;

    IEnumerable<string> IReadOnlyDictionary<string, object>.Keys => keys.Names;

    IEnumerable<object> IReadOnlyDictionary<string, object>.Values => values!;

    public object this[int index] => values[index]!;

    public object this[string key] => keys.PlaceOf(key) is >= 0 and var place
        ? values[place]!
        : throw new KeyNotFoundException($"The record has no key '{key}', but {string.Join(", ", keys.Names)}.");

    public bool ContainsKey(string key) => keys.PlaceOf(key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object value) => At(keys.PlaceOf(key), out value);

    public bool TryGetValueByCaseInsensitiveKey(string key, [MaybeNullWhen(false)] out object value) =>
        At(keys.PlaceOfAnyCase(key), out value);

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator()
    {
        for (var place = 0; place < values.Length; place++) yield return new(keys.Names[place], values[place]!);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"{{{string.Join(", ", this.Select(entry => $"{entry.Key}: {entry.Value}"))}}}";

    private bool At(int place, [MaybeNullWhen(false)] out object value)
    {
        value = place >= 0 ? values[place] : null;
        return place >= 0;
    }
}
