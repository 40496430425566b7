using System.Collections;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>The parameters of an answer: the fields of its request by the names of the contract, what the question defaults to, and what the measure adds.</summary>
internal static class ParameterMapping
{
    private const int LongestText = 1_000;

    /// <summary>The parameters in order of name; empty fields are left out, and what is given here stands in the place of a field of its name.</summary>
    public static IEnumerable<Wire.Parameter> Parameters(this OpenedQuestion question, IEnumerable<(string Name, string Value)> given)
    {
        var named = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["limit"] = Text(question.Page.Size),
            ["max_tiers"] = Text(question.Limits.MaxTier),
            ["min_confidence"] = question.View.Evidence.AtLeast.ToString().ToUpperInvariant(),
        };
        Add(named, "", question.Request);
        foreach (var (name, value) in given)
            named[name] = value;
        return named.Where(entry => entry.Value.Length > 0).Select(entry => new Wire.Parameter { Name = entry.Key, Value = entry.Value });
    }

    private static void Add(SortedDictionary<string, string> named, string prefix, IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.IsMap || field.Name == "question")
                continue;
            var value = field.Accessor.GetValue(message);
            if (field.FieldType == FieldType.Message && !field.IsRepeated && value is IMessage inner)
                Add(named, field.Name + ".", inner);
            else if (field.FieldType != FieldType.Message && Text(value) is { Length: > 0 } text)
                named[prefix + field.Name] = text.Length <= LongestText ? text : text[..LongestText] + "…";
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        false => "",
        true => "true",
        0 => "",
        Enum word => WordOf(word),
        IEnumerable list => string.Join(", ", list.Cast<object>().Select(Text)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "",
    };

    private static string WordOf(Enum value) =>
        Convert.ToInt32(value, CultureInfo.InvariantCulture) == 0 ? "" : value.ToString().ToUpperInvariant();
}
