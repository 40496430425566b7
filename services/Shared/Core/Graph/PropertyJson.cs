using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace GeoGraph.Core.Graph;

/// <summary>
/// How a domain record lies in a node's or relation's properties: members in snake case, enums in upper snake case, decimals as their
/// shortest text, dates in ISO form; what is absent, empty or at its default is left out and comes back as such.
/// </summary>
public static class PropertyJson
{
    private static readonly JsonSerializerOptions Standard = Options([]);

    /// <summary>The canonical properties of a record.</summary>
    /// <param name="record">The record; serialised as its run-time type.</param>
    /// <param name="options">Options from <see cref="Options"/>, where a service adds converters; null for none.</param>
    public static string Write(object record, JsonSerializerOptions? options = null) =>
        CanonicalJson.Of(JsonSerializer.SerializeToElement(record, record.GetType(), options ?? Standard));

    /// <summary>The record of some properties.</summary>
    /// <exception cref="JsonException">The properties are not of that type: the store holds what this version did not write.</exception>
    public static object Read(string properties, Type type, JsonSerializerOptions? options = null) =>
        JsonSerializer.Deserialize(properties, type, options ?? Standard) ?? throw new JsonException($"properties hold no {type.Name}.");

    /// <summary>Options with further converters, for values that only one service knows.</summary>
    public static JsonSerializerOptions Options(IEnumerable<JsonConverter> further)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutDefaults } },
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper));
        options.Converters.Add(new TextConverter<EntityId>(EntityId.Parse, id => id.Value));
        options.Converters.Add(new TextConverter<HsCode>(HsCode.Parse, code => code.ToString()));
        options.Converters.Add(new TextConverter<decimal>(ReadDecimal, DecimalText.Print));
        options.Converters.Add(new PeriodConverter());
        foreach (var converter in further)
            options.Converters.Add(converter);
        return options;
    }

    private static decimal ReadDecimal(string text) =>
        DecimalText.TryParse(text, out var value) ? value : throw new FormatException($"'{text}' is not a decimal.");

    private static void LeaveOutDefaults(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            var unset = member.PropertyType.IsValueType ? Activator.CreateInstance(member.PropertyType) : null;
            // A constructor's parameter that is left out comes back as null, so an empty text, list or evidence of one is written.
            var comesBackEmpty = member.AssociatedParameter is null;
            member.ShouldSerialize = (_, value) =>
                value switch
                {
                    null => false,
                    string text => !comesBackEmpty || text.Length > 0,
                    ICollection collection => !comesBackEmpty || collection.Count > 0,
                    Evidence evidence => !comesBackEmpty || evidence != Evidence.None,
                    _ => unset is null || !value.Equals(unset),
                };
        }
    }

    private sealed class PeriodConverter : JsonConverter<ValidPeriod>
    {
        public override ValidPeriod Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var bounds = JsonSerializer.Deserialize<Bounds>(ref reader, options)!;
            return new ValidPeriod(bounds.From, bounds.To);
        }

        public override void Write(Utf8JsonWriter writer, ValidPeriod value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Bounds(value.From, value.To), options);

        private sealed record Bounds(DateOnly? From, DateOnly? To);
    }
}

/// <summary>A value that lies in properties as one text.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="read">Reads the text; a <see cref="FormatException"/> is reported as <see cref="JsonException"/>.</param>
/// <param name="write">Writes the text.</param>
public sealed class TextConverter<T>(Func<string, T> read, Func<T, string> write) : JsonConverter<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return read(reader.GetString() ?? "");
        }
        catch (FormatException error)
        {
            throw new JsonException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
}
