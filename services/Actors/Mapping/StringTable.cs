using Google.Protobuf.Collections;

namespace GeoGraph.Actors.Mapping;

/// <summary>The table of texts of one chunk of columns; index 0 is the empty text.</summary>
internal sealed class StringTable
{
    private readonly Dictionary<string, uint> _indices = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly RepeatedField<string> _strings;

    public StringTable(RepeatedField<string> strings)
    {
        _strings = strings;
        _strings.Add("");
    }

    /// <summary>The index of a text, which is added where it is new.</summary>
    public uint IndexOf(string text)
    {
        if (_indices.TryGetValue(text, out var index))
            return index;
        index = (uint)_strings.Count;
        _strings.Add(text);
        _indices.Add(text, index);
        return index;
    }
}
