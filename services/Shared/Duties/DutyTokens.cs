namespace GeoGraph.Duties;

/// <summary>A cursor over the tokens of a duty text.</summary>
internal sealed class DutyTokens
{
    private readonly string _text;
    private readonly List<DutyToken> _tokens;
    private int _at;

    /// <summary>Cuts the text and stands on its first token.</summary>
    public DutyTokens(string text)
    {
        _text = text;
        _tokens = DutyLexer.Read(text);
    }

    /// <summary>The token that the cursor stands on.</summary>
    public DutyToken Current => _tokens[_at];

    /// <summary>The token some places further, the end token at most.</summary>
    public DutyToken Ahead(int count) => _tokens[Math.Min(_at + count, _tokens.Count - 1)];

    /// <summary>Takes the current token and goes on; stays on the end token.</summary>
    public DutyToken Take()
    {
        var token = Current;
        if (_at < _tokens.Count - 1)
            _at++;
        return token;
    }

    /// <summary>Takes the current token where it is of this kind.</summary>
    public bool Take(DutyTokenKind kind) => Current.Kind == kind && Taken();

    /// <summary>Takes the current token where it is this word, in any case.</summary>
    public bool TakeWord(string word) => Current.Is(word) && Taken();

    /// <summary>Takes a percent sign or the word.</summary>
    public bool TakePercent() => Take(DutyTokenKind.Percent) || TakeWord("percent");

    /// <summary>Takes a number.</summary>
    /// <exception cref="DutySyntaxException">The current token is none.</exception>
    public decimal TakeNumber(string expected) => Current.Kind == DutyTokenKind.Number
        ? Take().Number
        : throw Mistake(Current.Kind == DutyTokenKind.End ? $"the duty ends where {expected} is expected" : $"{expected} is expected, not '{Current.Text}'");

    /// <summary>Takes everything up to the next operator, as its words with single spaces.</summary>
    public string TakePhrase()
    {
        var start = Current.Start;
        var end = start;
        while (!EndsPhrase(Current))
        {
            var token = Take();
            end = token.Start + token.Length;
        }
        return string.Join(' ', _text[start..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Takes everything up to a token of this kind, and that token; everything where there is none.</summary>
    public void SkipPast(DutyTokenKind kind)
    {
        while (Current.Kind != kind && Current.Kind != DutyTokenKind.End)
            Take();
        Take(kind);
    }

    /// <summary>A mistake at the current token.</summary>
    public DutySyntaxException Mistake(string message) => MistakeAt(Current, message);

    /// <summary>A mistake at a token.</summary>
    public static DutySyntaxException MistakeAt(DutyToken token, string message) => new(token.Start + 1, message);

    private bool Taken()
    {
        Take();
        return true;
    }

    private static bool EndsPhrase(DutyToken token) =>
        token.Kind is DutyTokenKind.End or DutyTokenKind.Plus or DutyTokenKind.Minus or DutyTokenKind.Close
        || token.Is("MIN") || token.Is("MAX") || token.Is("plus") || token.Is("minus");
}
