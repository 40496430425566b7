using System.IO.Compression;
using System.Text.Json;

namespace GeoGraph.Cli.Import.Sea;

/// <summary>One feature of a GeoJSON file, with where it begins.</summary>
/// <param name="Place">Line and column, in bytes, of its opening brace.</param>
/// <param name="Path">Its path, as <c>features[12]</c>.</param>
/// <param name="Content">The feature.</param>
internal sealed record GeoJsonFeature(Place Place, string Path, JsonElement Content)
{
    /// <summary>A fault in the feature.</summary>
    /// <param name="field">Path below the feature, as <c>geometry.coordinates</c>; empty for the feature itself.</param>
    /// <param name="value">The value as written.</param>
    /// <param name="rule">The rule that it breaks.</param>
    public Problem Fault(string field, string value, string rule) => new(Place, field.Length == 0 ? Path : $"{Path}.{field}", value, rule);
}

/// <summary>Reads the features of a GeoJSON file, plain or compressed by gzip.</summary>
internal static class GeoJsonFile
{
    private const int MostBytes = 512 * 1024 * 1024;

    /// <summary>The features in order.</summary>
    /// <exception cref="IOException">The file is no GeoJSON feature collection, or larger than 512 MiB; the message says where.</exception>
    public static List<GeoJsonFeature> Read(string path)
    {
        var bytes = BytesOf(path);
        try
        {
            return Features(path, bytes);
        }
        catch (JsonException broken)
        {
            throw new IOException($"{new Place(path, (int)(broken.LineNumber ?? 0) + 1, (int)(broken.BytePositionInLine ?? 0) + 1)}: this is no JSON: {broken.Message}", broken);
        }
    }

    private static List<GeoJsonFeature> Features(string path, byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new IOException($"{path}: a GeoJSON file holds one object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var features = reader.ValueTextEquals("features"u8);
            reader.Read();
            if (features && reader.TokenType == JsonTokenType.StartArray)
                return Items(path, bytes, ref reader);
            reader.Skip();
        }
        throw new IOException($"{path}: a GeoJSON feature collection has a list of features");
    }

    private static List<GeoJsonFeature> Items(string path, byte[] bytes, ref Utf8JsonReader reader)
    {
        var items = new List<GeoJsonFeature>();
        var (line, lineStart, counted) = (1, 0, 0);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            for (; counted < start; counted++)
            {
                if (bytes[counted] == (byte)'\n')
                    (line, lineStart) = (line + 1, counted + 1);
            }
            items.Add(new GeoJsonFeature(new Place(path, line, start - lineStart + 1), $"features[{items.Count}]", JsonElement.ParseValue(ref reader)));
        }
        return items;
    }

    private static byte[] BytesOf(string path)
    {
        using var file = File.OpenRead(path);
        var compressed = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        using var content = compressed ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        var buffer = new MemoryStream();
        var part = new byte[1 << 16];
        try
        {
            for (var read = content.Read(part); read > 0; read = content.Read(part))
            {
                if (buffer.Length + read > MostBytes)
                    throw new IOException($"{path}: a file holds at most {MostBytes} bytes");
                buffer.Write(part, 0, read);
            }
        }
        catch (InvalidDataException broken)
        {
            throw new IOException($"{path}: the compressed data is broken: {broken.Message}", broken);
        }
        var bytes = buffer.ToArray();
        return bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
    }
}
