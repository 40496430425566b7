using System.Diagnostics.CodeAnalysis;

namespace GeoGraph.Duties;

/// <summary>
/// Reads duty texts, as schedules and acts print them, by recursive descent. The grammar stands in the README of the tariffs service.
/// </summary>
internal sealed class DutyParser
{
    private const int MostCharacters = 1000;
    private const int DeepestNesting = 20;
    private readonly DutyTokens _tokens;
    private int _depth;

    private DutyParser(string text) => _tokens = new DutyTokens(text);

    /// <summary>Reads a duty text.</summary>
    /// <exception cref="FormatException">The text is no duty; the message names the mistake and its position.</exception>
    public static DutyExpression Parse(string text) =>
        TryParse(text, out var duty, out var error) ? duty : throw new FormatException($"'{text}' is not a duty: {error}.");

    /// <summary>Reads a duty text, or says what the first mistake is.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out DutyExpression? duty, [NotNullWhen(false)] out DutySyntaxError? error)
    {
        try
        {
            if (text.Length > MostCharacters)
                throw new DutySyntaxException(MostCharacters + 1, $"a duty has at most {MostCharacters} characters");
            duty = Quoted(text) ?? Computed(text);
            error = null;
            return true;
        }
        catch (DutySyntaxException mistake)
        {
            duty = null;
            error = new DutySyntaxError(mistake.Position, mistake.Message);
            return false;
        }
    }

    // Words in quotation marks are taken as they are: who writes them knows that they cannot be computed.
    private static DutyExpression.Words? Quoted(string text) =>
        text.Trim() is ['"', .. { Length: > 0 } words, '"'] && !words.Contains('"', StringComparison.Ordinal) ? new DutyExpression.Words(words) : null;

    private static DutyExpression Computed(string text)
    {
        DutyPhrases.RefuseWords(text);
        return new DutyParser(text.TrimEnd('.', ' ')).Whole();
    }

    private DutyExpression Whole()
    {
        var duty = _tokens.Current.Is("floor") || _tokens.Current.Is("cap") ? Inclusive() : Limited();
        if (_tokens.Current.Kind != DutyTokenKind.End)
            throw _tokens.Mistake($"'{_tokens.Current.Text}' follows a whole duty: +, -, MIN, MAX or the end is expected");
        return duty;
    }

    private DutyExpression Inclusive()
    {
        var isFloor = _tokens.Take().Is("floor");
        if (!isFloor && _tokens.TakeWord("most"))
            return _tokens.TakeWord("favoured") ? new DutyExpression.MostFavoured() : throw _tokens.Mistake("'most' is followed by 'favoured'");
        var number = _tokens.TakeNumber("a percentage");
        if (!_tokens.TakePercent())
            throw _tokens.Mistake($"{(isFloor ? "floor" : "cap")} is followed by a percentage, and % is missing");
        return isFloor ? new DutyExpression.Floor(number) : new DutyExpression.Cap(number);
    }

    private DutyExpression Limited()
    {
        var duty = Sum();
        while (true)
        {
            if (_tokens.TakeWord("MIN") || TakeNotLess())
                duty = new DutyExpression.AtLeast(duty, Sum());
            else if (_tokens.TakeWord("MAX"))
                duty = new DutyExpression.AtMost(duty, Sum());
            else
                return duty;
        }
    }

    // "but not less than", once printed without the last word.
    private bool TakeNotLess()
    {
        if (!_tokens.Current.Is("but") || !_tokens.Ahead(1).Is("not") || !_tokens.Ahead(2).Is("less"))
            return false;
        for (var i = 0; i < 3; i++)
            _tokens.Take();
        _tokens.TakeWord("than");
        return true;
    }

    private DutyExpression Sum()
    {
        var sum = Term();
        while (true)
        {
            if (_tokens.Take(DutyTokenKind.Plus) || _tokens.TakeWord("plus"))
                sum = new DutyExpression.Plus(sum, Term());
            else if (_tokens.Take(DutyTokenKind.Minus) || _tokens.TakeWord("minus") || _tokens.TakeWord("less"))
                sum = new DutyExpression.Minus(sum, Term());
            else
                return sum;
        }
    }

    private DutyExpression Term()
    {
        var token = _tokens.Current;
        if (token.Kind == DutyTokenKind.Open)
            return Nested();
        if (_tokens.TakeWord("Free"))
            return _tokens.Current.Kind == DutyTokenKind.Comma ? throw _tokens.Mistake("Free is tied to a condition, which a duty does not state") : new DutyExpression.Free();
        if (token.Is("a") && _tokens.Ahead(1).Is("duty") && _tokens.Ahead(2).Is("of"))
        {
            for (var i = 0; i < 3; i++)
                _tokens.Take();
        }
        if (token.Is("floor") || token.Is("cap"))
            throw _tokens.Mistake($"'{token.Text}' stands alone: it is not part of a compound duty");
        if (token.Is("the") || token.Is("no"))
            return DutyPhrases.TakeApplicable(_tokens);
        return DutyAmounts.Take(_tokens);
    }

    private DutyExpression Nested()
    {
        if (++_depth > DeepestNesting)
            throw _tokens.Mistake($"a duty nests at most {DeepestNesting} deep");
        _tokens.Take();
        var inner = Limited();
        if (!_tokens.Take(DutyTokenKind.Close))
            throw _tokens.Mistake("')' is missing");
        _depth--;
        return inner;
    }
}
