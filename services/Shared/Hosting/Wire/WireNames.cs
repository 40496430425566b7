using System.Text.RegularExpressions;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using Common = GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Hosting.Wire;

/// <summary>Names, and texts that look for them, as the contracts write them.</summary>
public static partial class WireNames
{
    private const int MaxLanguageLength = 35;
    private const int MaxNameLength = 1000;

    /// <summary>Reads names, noting every one without a language tag or with a text that no search could find.</summary>
    /// <param name="fields">Collects the violations.</param>
    /// <param name="field">Path of the field.</param>
    /// <param name="wire">What was sent.</param>
    public static IReadOnlyList<LocalName> ReadNames(this RequestFields fields, string field, IReadOnlyList<Common.LocalName> wire)
    {
        for (var i = 0; i < wire.Count; i++)
        {
            if (wire[i].Language.Length > MaxLanguageLength || !LanguageTag().IsMatch(wire[i].Language))
                fields.Violations.Add(RequestFields.At(field, i) + ".language", wire[i].Language, "a language is a BCP 47 tag, as en or zh-Hant");
            if (wire[i].Text.Any(char.IsControl) || NameFolding.Fold(wire[i].Text).Length == 0)
                fields.Violations.Add(RequestFields.At(field, i) + ".text", wire[i].Text, "a name is text that is not blank and has no control characters");
            else if (wire[i].Text.Length > MaxNameLength)
                fields.Violations.Add(RequestFields.At(field, i) + ".text", wire[i].Text, "a name has at most 1,000 characters");
        }
        return [.. wire.Select(name => new LocalName(name.Language, name.Text))];
    }

    /// <summary>The text of a search by name: 1 to 200 characters, not blank.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.LimitExceeded"/>.</exception>
    public static string ReadSearchText(this RequestFields fields, string field, string text)
    {
        RequestFields.AtMost(field, text.Length, GraphLimits.MaxNameQueryLength);
        if (NameFolding.Fold(text).Length == 0)
            fields.Violations.Add(field, text, "a name to look for is not blank");
        return text;
    }

    [GeneratedRegex(@"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*\z")]
    private static partial Regex LanguageTag();
}
