using System.Text;

namespace GeoGraph.Neo4j.Reading;

/// <summary>
/// Queries of the full-text indexes, whose analyzer takes a whole text as one term. What a user gives stands in them with a backslash before each character that the query
/// language could mean something by, so that it is never syntax.
/// </summary>
internal static class FullText
{
    /// <summary>How many terms one query holds; the index refuses more than 1024.</summary>
    private const int TermsPerQuery = 500;

    /// <summary>The query for every term that contains the text.</summary>
    public static string Containing(string text) => "*" + Escape(text) + "*";

    /// <summary>Queries that together find every term that is one of the texts.</summary>
    public static List<string> AnyOf(IEnumerable<string> texts) =>
        [.. texts.Chunk(TermsPerQuery).Select(static chunk => string.Join(" OR ", chunk.Select(static text => "\"" + Escape(text) + "\"")))];

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length * 2);
        foreach (var character in text)
        {
            if (char.IsAscii(character) && !char.IsAsciiLetterOrDigit(character))
                escaped.Append('\\');
            escaped.Append(character);
        }
        return escaped.ToString();
    }
}
