using System.Text;
using Google.Protobuf.Reflection;

namespace GeoGraph.Cli.Import;

/// <summary>How names of fields and enum values are written in files and shown to people.</summary>
internal static class WireNames
{
    /// <summary>The prefix that every value of an enum carries: ACTOR_KIND_ for ActorKind.</summary>
    public static string PrefixOf(EnumDescriptor type) => type.Values[0].Name[..^"UNSPECIFIED".Length];

    /// <summary>The short name of an enum's value: ADDITIONAL_DUTY for MEASURE_TYPE_ADDITIONAL_DUTY.</summary>
    public static string Short(EnumValueDescriptor value) => value.Name[PrefixOf(value.EnumDescriptor).Length..];

    /// <summary>The value that a short or whole name means; null where none does.</summary>
    public static EnumValueDescriptor? Find(EnumDescriptor type, string name) =>
        type.FindValueByName(PrefixOf(type) + name) ?? type.FindValueByName(name);

    /// <summary>The short names of an enum, without UNSPECIFIED, as a message lists them.</summary>
    public static string Values(EnumDescriptor type) =>
        string.Join(", ", type.Values.Skip(1).Select(Short));

    /// <summary>stacking_rules as stackingRules.</summary>
    public static string ToCamelCase(string snake)
    {
        var text = new StringBuilder(snake.Length);
        for (var i = 0; i < snake.Length; i++)
        {
            if (snake[i] != '_')
                text.Append(i > 0 && snake[i - 1] == '_' ? char.ToUpperInvariant(snake[i]) : snake[i]);
        }
        return text.ToString();
    }

    /// <summary>MEMBER_OF as member-of, the form that kinds of ids have.</summary>
    public static string ToKind(string shortName) => shortName.ToLowerInvariant().Replace('_', '-');
}
