using System.Collections.Frozen;

namespace GeoGraph.Duties;

/// <summary>Reads percentages and amounts of money, with what they are charged by.</summary>
internal static class DutyAmounts
{
    private static readonly FrozenDictionary<string, string> Signs =
        new Dictionary<string, string> { ["$"] = "USD", ["€"] = "EUR", ["£"] = "GBP" }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Takes <c>4.2%</c>, <c>6.3¢/liter</c>, <c>$1.28/kg</c>, <c>35.10 EUR / 100 kg</c>, <c>5¢ each</c> or <c>$33.58</c>.</summary>
    /// <exception cref="DutySyntaxException">Something else stands there.</exception>
    public static DutyExpression Take(DutyTokens tokens)
    {
        var currency = TakeCurrencyBefore(tokens);
        var start = tokens.Current;
        var number = tokens.TakeNumber("an amount or a percentage");
        if (currency is null && tokens.TakePercent())
            return new DutyExpression.AdValorem(number, DutyPhrases.TakePart(tokens));
        if (tokens.Take(DutyTokenKind.Cent))
            (number, currency) = currency is null ? (number / 100m, "USD") : throw tokens.Mistake("an amount has one currency: a sign before it and ¢ after it are two");
        else
            currency ??= TakeCurrencyAfter(tokens);
        return Charged(tokens, start, number, currency);
    }

    private static DutyExpression Charged(DutyTokens tokens, DutyToken start, decimal number, string? currency)
    {
        if (tokens.TakeWord("each"))
            return new DutyExpression.Specific(number, currency, 1m, UnitOfMeasure.Piece, DutyPhrases.TakePart(tokens));
        if (!tokens.Take(DutyTokenKind.Slash) && !tokens.TakeWord("per"))
        {
            return currency is null
                ? throw DutyTokens.MistakeAt(start, $"{start.Text} is neither a percentage nor an amount: %, a currency or a unit is missing")
                : new DutyExpression.Flat(number, currency);
        }
        var perToken = tokens.Current;
        var per = perToken.Kind == DutyTokenKind.Number ? tokens.Take().Number : 1m;
        if (per == 0m)
            throw DutyTokens.MistakeAt(perToken, "an amount is not charged per 0");
        var unit = TakeUnit(tokens, perToken.Kind == DutyTokenKind.Number);
        var over = tokens.TakeWord("over") ? tokens.TakeNumber("how many units are free") : 0m;
        return Measured(tokens, new DutyExpression.Specific(number, currency, per, unit, DutyPhrases.TakePart(tokens), over));
    }

    // "for each degree under 100 degrees (and fractions of a degree in proportion)"
    private static DutyExpression Measured(DutyTokens tokens, DutyExpression.Specific duty)
    {
        if (!tokens.Current.Is("for") || !tokens.Ahead(1).Is("each") || !tokens.Ahead(3).Is("under") || UnitOfMeasure.Find(tokens.Ahead(2).Text) is not { } unit)
            return duty;
        for (var i = 0; i < 4; i++)
            tokens.Take();
        var from = tokens.TakeNumber("the measurement from which nothing falls short");
        if (tokens.Current.Kind == DutyTokenKind.Word && UnitOfMeasure.Find(tokens.Current.Text) == unit)
            tokens.Take();
        if (tokens.Current.Kind == DutyTokenKind.Open && tokens.Ahead(1).Is("and") && tokens.Ahead(2).Is("fractions"))
            tokens.SkipPast(DutyTokenKind.Close);
        return new DutyExpression.Shortfall(duty, unit, from);
    }

    private static UnitOfMeasure TakeUnit(DutyTokens tokens, bool numberStands)
    {
        var first = tokens.Current;
        if (first.Is("line") && tokens.Ahead(1).Kind == DutyTokenKind.Slash && tokens.Ahead(2).Is("gross"))
        {
            tokens.SkipPast(DutyTokenKind.Slash);
            tokens.Take();
            return UnitOfMeasure.Find("line/gross")!;
        }
        for (var count = UnitOfMeasure.MostWords; count >= 1; count--)
        {
            if (Words(tokens, count) is { } name && UnitOfMeasure.Find(name) is { } unit)
            {
                for (var i = 0; i < count; i++)
                    tokens.Take();
                return unit;
            }
        }
        if (first.Kind == DutyTokenKind.Word && !(numberStands && (first.Is("on") || first.Is("of") || first.Is("MIN") || first.Is("MAX"))))
            throw tokens.Mistake($"'{first.Text}' is not a known unit");
        return numberStands ? UnitOfMeasure.Piece : throw tokens.Mistake("a unit is missing after '/'");
    }

    private static string? Words(DutyTokens tokens, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (tokens.Ahead(i).Kind != DutyTokenKind.Word)
                return null;
        }
        return count == 1 ? tokens.Current.Text : $"{tokens.Current.Text} {tokens.Ahead(1).Text}";
    }

    private static string? TakeCurrencyBefore(DutyTokens tokens)
    {
        if (tokens.Current.Kind == DutyTokenKind.CurrencySign)
            return Signs[tokens.Take().Text];
        if (tokens.Current.Kind != DutyTokenKind.Word)
            return null;
        return IsCode(tokens.Current) && tokens.Ahead(1).Kind == DutyTokenKind.Number
            ? tokens.Take().Text
            : throw tokens.Mistake($"'{tokens.Current.Text}' is neither an amount nor a phrase that a duty can be computed from");
    }

    private static string? TakeCurrencyAfter(DutyTokens tokens)
    {
        if (tokens.Current.Kind == DutyTokenKind.CurrencySign)
            return Signs[tokens.Take().Text];
        return IsCode(tokens.Current) ? tokens.Take().Text : null;
    }

    // MIN and MAX have the shape of a currency code and are none.
    private static bool IsCode(DutyToken token) =>
        token.Kind == DutyTokenKind.Word && token.Text.Length == 3 && token.Text.All(char.IsAsciiLetterUpper) && token.Text is not ("MIN" or "MAX");
}
