using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GeoGraph.Core.Graph;

/// <summary>
/// One text for one JSON value: object members in ordinal order of name, no white space, numbers as they were written,
/// null members left out. Stores compare properties by this text.
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The canonical text of a JSON object.</summary>
    /// <exception cref="FormatException">The text is not a JSON object, an object names a member twice, or a text is not well-formed.</exception>
    public static string Of(string json)
    {
        if (CanonicalCheck.IsPlainAndCanonical(json))
            return json;
        try
        {
            using var document = JsonDocument.Parse(json);
            return Of(document.RootElement);
        }
        catch (JsonException error)
        {
            throw new FormatException("properties are not JSON.", error);
        }
        catch (InvalidOperationException error)
        {
            throw new FormatException("properties hold half of a surrogate pair.", error);
        }
    }

    /// <summary>The canonical text of a JSON object.</summary>
    /// <exception cref="FormatException">The value is not a JSON object, or an object names a member twice.</exception>
    public static string Of(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new FormatException("properties are a JSON object.");
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            Write(writer, root);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, value);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonElement value)
    {
        var members = value.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null).ToList();
        members.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        writer.WriteStartObject();
        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0 && members[i].Name == members[i - 1].Name)
                throw new FormatException($"properties name '{members[i].Name}' twice.");
            writer.WritePropertyName(members[i].Name);
            Write(writer, members[i].Value);
        }
        writer.WriteEndObject();
    }
}
