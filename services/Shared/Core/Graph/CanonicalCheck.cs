using System.Text;
using System.Text.Json;

namespace GeoGraph.Core.Graph;

/// <summary>
/// Sees without rewriting it that a JSON text is canonical already, as what comes out of a store or a mapping is. Looks only at texts of printable ASCII
/// without escapes, which every writer writes alike; of any other it says no, whatever it is.
/// </summary>
internal static class CanonicalCheck
{
    private const int MaxBytesOnStack = 1024;

    /// <summary>True where <see cref="CanonicalJson.Of(string)"/> would give the text itself; false says nothing.</summary>
    public static bool IsPlainAndCanonical(string json)
    {
        var inText = false;
        foreach (var character in json)
        {
            if (character is '\\' or < ' ' or > '~' || (character == ' ' && !inText))
                return false;
            inText ^= character == '"';
        }
        Span<byte> bytes = json.Length <= MaxBytesOnStack ? stackalloc byte[json.Length] : new byte[json.Length];
        Encoding.ASCII.GetBytes(json, bytes);
        try
        {
            return IsInOrder(new Utf8JsonReader(bytes), bytes);
        }
        catch (JsonException)
        {
            // Not JSON: the whole reading says what is wrong.
            return false;
        }
    }

    // Members in ascending order, none twice and none null; names are compared as bytes, which for ASCII is their ordinal order.
    private static bool IsInOrder(Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        var before = new Stack<Range>();
        var (last, isMember) = (0..0, false);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    if (before.Count == 0 && reader.TokenType == JsonTokenType.StartArray)
                        return false;
                    before.Push(last);
                    last = 0..0;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    last = before.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    var name = ((int)reader.TokenStartIndex + 1)..((int)reader.TokenStartIndex + 1 + reader.ValueSpan.Length);
                    if (!last.Equals(0..0) && json[last].SequenceCompareTo(json[name]) >= 0)
                        return false;
                    last = name;
                    break;
                case JsonTokenType.Null when isMember:
                    return false;
            }
            isMember = reader.TokenType == JsonTokenType.PropertyName;
        }
        return json is [(byte)'{', ..];
    }
}
