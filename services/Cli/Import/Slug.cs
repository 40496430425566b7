using System.Globalization;
using System.Text;

namespace GeoGraph.Cli.Import;

/// <summary>Names as they stand in ids: ASCII letters in lower case, digits, and a hyphen for whatever is between.</summary>
internal static class Slug
{
    /// <summary>The slug of a name; empty where it has no letter or digit of ASCII, accents aside.</summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var character in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(character))
                slug.Append(char.ToLowerInvariant(character));
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        return slug.ToString().TrimEnd('-');
    }

    /// <summary>The slug of the name of an id: what stands after the colon.</summary>
    public static string OfId(string id) => Of(id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..]);
}
