using System.Globalization;
using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>What a fact is compared as.</summary>
internal enum FactKind
{
    /// <summary>Text.</summary>
    Word,

    /// <summary>true or false.</summary>
    YesNo,

    /// <summary>A decimal.</summary>
    Number,

    /// <summary>An ISO date.</summary>
    Date,
}

/// <summary>A fact's value, read once.</summary>
/// <param name="Text">As stated.</param>
/// <param name="Number">Its number, where it is one.</param>
/// <param name="Date">Its date, where it is one.</param>
internal readonly record struct FactValue(string Text, decimal? Number, DateOnly? Date)
{
    /// <summary>Reads a value.</summary>
    public static FactValue Read(string text)
    {
        var trimmed = text.Trim();
        if (DecimalText.TryParse(trimmed, out var number))
            return new FactValue(trimmed, number, null);
        return DateOnly.TryParseExact(trimmed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new FactValue(trimmed, null, date)
            : new FactValue(trimmed, null, null);
    }

    /// <summary>A number as a value.</summary>
    public static FactValue Of(decimal number) => new(DecimalText.Print(number), number, null);

    /// <summary>A date as a value.</summary>
    public static FactValue Of(DateOnly date) => new(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null, date);

    /// <summary>What the value looks like.</summary>
    public FactKind Kind => Number is not null ? FactKind.Number
        : Date is not null ? FactKind.Date
        : Text is "true" or "false" ? FactKind.YesNo
        : FactKind.Word;

    /// <summary>True where the two are the same number, date or, in any case, word.</summary>
    public bool IsSame(FactValue other) => (Number, Date, other.Number, other.Date) switch
    {
        ({ } left, _, { } right, _) => left == right,
        (_, { } left, _, { } right) => left == right,
        _ => Text.Equals(other.Text, StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>Below zero, zero or above as this is before, at or after the other; null where they are not two numbers or two dates.</summary>
    public int? Compare(FactValue other) => (Number, Date, other.Number, other.Date) switch
    {
        ({ } left, _, { } right, _) => left.CompareTo(right),
        (_, { } left, _, { } right) => left.CompareTo(right),
        _ => null,
    };
}
