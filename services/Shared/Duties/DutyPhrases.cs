using System.Collections.Frozen;

namespace GeoGraph.Duties;

/// <summary>Reads the phrases of schedules: the duty of another heading, and the part of the goods that a duty is charged on.</summary>
internal static class DutyPhrases
{
    private static readonly FrozenSet<string> ApplicablePhrases = new[]
    {
        "the duty provided in the applicable subheading",
        "the duty provided for in the applicable subheading",
        "the duty in the applicable subheading",
        "the duty rate provided in the applicable subheading",
        "the duty rate provided in such subheading",
        "the duty provided inthe applicable subheading",
        "the rate applicable in the absence of this heading",
        "the rate applicable in the absence of this subheading",
        "no change",
        "no change.",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // What texts of schedules begin with that name no amount of their own.
    private static readonly (string Start, string Reason)[] Words =
    [
        ("See ", "a reference to other provisions is neither an amount nor a phrase that a duty can be computed from"),
        ("A duty equal to ", "the duty of like goods is not a phrase that a duty can be computed from"),
        ("A duty (in lieu ", "the duty of like goods is not a phrase that a duty can be computed from"),
        ("A duty upon ", "the ordinary rate on another value is not a phrase that a duty can be computed from"),
        ("The rate applicable to ", "the rate of other goods is not a phrase that a duty can be computed from"),
        ("The rate applicable, to ", "the rate of other goods is not a phrase that a duty can be computed from"),
        ("The rate of duty appli", "the rate of other goods is not a phrase that a duty can be computed from"),
        ("The rate provided for ", "the rate of other provisions is not a phrase that a duty can be computed from"),
        ("The duty rate provided for ", "the rate of other provisions is not a phrase that a duty can be computed from"),
    ];

    private static readonly string[] Openings = ["the entire ", "entire ", "the value of the ", "the value of ", "the "];
    private static readonly string[] Endings = [", if any", " content"];

    /// <summary>Refuses a text that says a duty in words alone.</summary>
    /// <exception cref="DutySyntaxException">It does.</exception>
    public static void RefuseWords(string text)
    {
        var trimmed = text.AsSpan().TrimStart();
        foreach (var (start, reason) in Words)
        {
            if (trimmed.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                throw new DutySyntaxException(text.Length - trimmed.Length + 1, reason);
        }
    }

    /// <summary>Takes a phrase that refers to the ordinary duty.</summary>
    /// <exception cref="DutySyntaxException">The phrase is another one.</exception>
    public static DutyExpression TakeApplicable(DutyTokens tokens)
    {
        var first = tokens.Current;
        var phrase = tokens.TakePhrase();
        return ApplicablePhrases.Contains(phrase)
            ? new DutyExpression.Applicable()
            : throw DutyTokens.MistakeAt(first, $"'{phrase}' is not a phrase that a duty can be computed from");
    }

    /// <summary>Takes "on the lead content", "upon the value of the case", "of total sugars", ", including weight of container"; null where no such phrase follows.</summary>
    /// <exception cref="DutySyntaxException">The preposition is followed by nothing.</exception>
    public static GoodsPart? TakePart(DutyTokens tokens)
    {
        if (tokens.Current.Kind == DutyTokenKind.Comma && tokens.Ahead(1).Is("including"))
        {
            tokens.Take();
            var whole = tokens.TakePhrase();
            return new GoodsPart(Name(whole), ", " + whole);
        }
        if (!tokens.Current.Is("on") && !tokens.Current.Is("upon") && !tokens.Current.Is("of"))
            return null;
        var preposition = tokens.Take().Text.ToLowerInvariant();
        var phrase = tokens.TakePhrase();
        var name = Name(phrase);
        if (name.Length == 0)
            throw tokens.Mistake($"'{preposition}' is followed by the part that the duty is charged on");
        return new GoodsPart(name, $"{preposition} {phrase}");
    }

    private static string Name(string phrase)
    {
        var name = phrase.ToLowerInvariant();
        var opening = Array.Find(Openings, name.StartsWith);
        name = opening is null ? name : name[opening.Length..];
        foreach (var ending in Endings)
            name = name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] : name;
        var words = name.Split([' ', ',', '.', '/', '%'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join('-', words);
    }
}
