using System.Globalization;

namespace GeoGraph.Duties;

/// <summary>Cuts a duty text into tokens.</summary>
internal static class DutyLexer
{
    private const int MostDigits = 30;

    /// <summary>The tokens of a text, with an end token last.</summary>
    /// <exception cref="DutySyntaxException">A character belongs to no duty text, or a number is malformed.</exception>
    public static List<DutyToken> Read(string text)
    {
        var tokens = new List<DutyToken>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var token = Next(text, at);
            tokens.Add(token);
            at += token.Length;
        }
        tokens.Add(new DutyToken(DutyTokenKind.End, text.Length, 0, "", 0m));
        return tokens;
    }

    private static DutyToken Next(string text, int at)
    {
        var character = text[at];
        if (char.IsAsciiDigit(character) || (character == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
            return Number(text, at);
        if (char.IsLetter(character))
            return Word(text, at);
        var kind = character switch
        {
            '%' => DutyTokenKind.Percent,
            '¢' => DutyTokenKind.Cent,
            '$' or '€' or '£' => DutyTokenKind.CurrencySign,
            '/' => DutyTokenKind.Slash,
            '+' => DutyTokenKind.Plus,
            '-' or '−' or '–' => DutyTokenKind.Minus,
            '(' => DutyTokenKind.Open,
            ')' => DutyTokenKind.Close,
            ',' => DutyTokenKind.Comma,
            _ => throw new DutySyntaxException(at + 1, $"'{character}' has no meaning in a duty"),
        };
        return new DutyToken(kind, at, 1, text.Substring(at, 1), 0m);
    }

    // Words keep points inside and at their end ("pf.", "doz."), digits ("m2") and hyphens between letters.
    private static DutyToken Word(string text, int at)
    {
        var end = at;
        while (end < text.Length && IsWordPart(text, end))
            end++;
        return new DutyToken(DutyTokenKind.Word, at, end - at, text[at..end], 0m);
    }

    private static bool IsWordPart(string text, int at) =>
        char.IsLetterOrDigit(text[at]) || text[at] is '.' or '²' or '³' or '\''
        || (text[at] == '-' && at + 1 < text.Length && char.IsLetter(text[at + 1]) && char.IsLetter(text[at - 1]));

    private static DutyToken Number(string text, int at)
    {
        var end = Digits(text, at);
        var value = Value(text, at, end);
        var fraction = Fraction(text, end, out var fractionEnd);
        if (fraction is { } part)
            (value, end) = (value + part, fractionEnd);
        return new DutyToken(DutyTokenKind.Number, at, end - at, text[at..end], value);
    }

    private static int Digits(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end])
            || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }
        return end;
    }

    private static decimal Value(string text, int start, int end)
    {
        var plain = text[start..end];
        if (plain.Contains(',', StringComparison.Ordinal) && !GroupsAreThree(plain))
            throw new DutySyntaxException(start + 1, $"'{plain}' is not a number: commas separate groups of three digits");
        var digits = plain.Replace(",", "", StringComparison.Ordinal);
        if (digits.Length > MostDigits || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            throw new DutySyntaxException(start + 1, $"'{plain}' is not a number of at most {MostDigits} digits");
        return value;
    }

    private static bool GroupsAreThree(string plain)
    {
        var groups = plain.Split('.')[0].Split(',');
        return groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3);
    }

    // "16 2/3%": a whole number, a space, and a fraction that a percent sign ends.
    private static decimal? Fraction(string text, int at, out int end)
    {
        end = at;
        var start = at;
        while (start < text.Length && text[start] == ' ')
            start++;
        var stroke = Whole(text, start);
        if (start == at || stroke == start || stroke >= text.Length || text[stroke] != '/')
            return null;
        var last = Whole(text, stroke + 1);
        if (last == stroke + 1 || last >= text.Length || text[last] != '%')
            return null;
        var below = Value(text, stroke + 1, last);
        if (below == 0m)
            throw new DutySyntaxException(stroke + 2, "a fraction is not divided by zero");
        end = last;
        return Value(text, start, stroke) / below;
    }

    private static int Whole(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }
}
