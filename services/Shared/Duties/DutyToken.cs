namespace GeoGraph.Duties;

/// <summary>What a token of a duty text is.</summary>
internal enum DutyTokenKind
{
    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A word: letters, with points and digits inside.</summary>
    Word,

    /// <summary>A percent sign.</summary>
    Percent,

    /// <summary>A cent sign.</summary>
    Cent,

    /// <summary>A currency sign, as <c>$</c>.</summary>
    CurrencySign,

    /// <summary>A stroke, between an amount and its unit.</summary>
    Slash,

    /// <summary>A plus sign.</summary>
    Plus,

    /// <summary>A minus sign.</summary>
    Minus,

    /// <summary>An opening parenthesis.</summary>
    Open,

    /// <summary>A closing parenthesis.</summary>
    Close,

    /// <summary>A comma between words.</summary>
    Comma,

    /// <summary>The end of the text.</summary>
    End,
}

/// <summary>One token.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Index of its first character in the text, from 0.</param>
/// <param name="Length">How many characters it has.</param>
/// <param name="Text">Its characters.</param>
/// <param name="Number">Its value, for numbers.</param>
internal readonly record struct DutyToken(DutyTokenKind Kind, int Start, int Length, string Text, decimal Number)
{
    /// <summary>True where it is this word in any case.</summary>
    public bool Is(string word) => Kind == DutyTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>One mistake in a duty text.</summary>
/// <param name="Position">Where, counted from 1.</param>
/// <param name="Message">What is wrong, in a sentence without its end.</param>
internal sealed record DutySyntaxError(int Position, string Message)
{
    /// <summary>Message and position.</summary>
    public override string ToString() => $"{Message} (at character {Position})";
}

/// <summary>Leaves the parser at its first mistake; never leaves <see cref="DutyParser"/>.</summary>
internal sealed class DutySyntaxException(int position, string message) : Exception(message)
{
    /// <summary>Where, counted from 1.</summary>
    public int Position { get; } = position;
}
