using System.Collections.Immutable;
using GeoGraph.Core;
using Neo4j.Driver;

namespace GeoGraph.Neo4j.Engine;

/// <summary>
/// Whose a label or type is. The first store that writes one claims it, on a node of its own that is unique in the database, within the transaction that writes; so of two
/// stores that claim a word at once one waits and is then refused.
/// </summary>
internal static class WordClaims
{
    /// <summary>The label of the nodes that hold claims.</summary>
    public const string Label = "GeoGraphWord";

    // The claim is changed before it is read, so that it is read under its lock.
    private const string ClaimQuery = """
        UNWIND $words AS word MERGE (w:GeoGraphWord {word: word}) ON CREATE SET w.owner = $owner SET w.asked = $owner
        WITH w WHERE w.owner <> $owner RETURN w.word, w.owner ORDER BY w.word
        """;

    private const string AskQuery =
        "UNWIND $words AS word MATCH (w:GeoGraphWord {word: word}) WHERE w.owner <> $owner RETURN w.word, w.owner ORDER BY w.word";

    /// <summary>A label as a claim names it.</summary>
    public static string OfLabel(string label) => "label " + label;

    /// <summary>A type as a claim names it.</summary>
    public static string OfType(string type) => "type " + type;

    /// <summary>Claims words within the transaction.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.PreconditionFailed"/> where one is another's.</exception>
    public static Task ClaimAsync(IAsyncQueryRunner transaction, string owner, IEnumerable<string> words) => CheckAsync(transaction, ClaimQuery, owner, words);

    /// <summary>Looks whose the words are, and claims nothing.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.PreconditionFailed"/> where one is another's.</exception>
    public static Task AskAsync(IAsyncQueryRunner transaction, string owner, IEnumerable<string> words) => CheckAsync(transaction, AskQuery, owner, words);

    private static async Task CheckAsync(IAsyncQueryRunner transaction, string query, string owner, IEnumerable<string> words)
    {
        var cursor = await transaction.RunAsync(query, new Dictionary<string, object> { ["owner"] = owner, ["words"] = words.ToImmutableSortedSet(StringComparer.Ordinal).ToList() });
        var others = await cursor.ToListAsync(static record => ((string)record[0], (string)record[1]));
        if (others is not [var (word, other), ..])
            return;
        throw new GeoGraphException(ErrorReason.PreconditionFailed, $"the {word} belongs to {other}; {owner} cannot write it.",
            [new("resource_name", word), new("present", other), new("given", owner)]);
    }
}
