using System.Globalization;
using GeoGraph.Core;

namespace GeoGraph.Duties;

/// <summary>Writes a duty as a schedule does; reading the text again gives the same tree.</summary>
internal static class DutyPrinter
{
    /// <summary>The text of a duty.</summary>
    public static string Print(DutyExpression duty) => duty switch
    {
        DutyExpression.Free => "Free",
        DutyExpression.AdValorem d => Percent(d.Percent) + Part(d.Part),
        DutyExpression.Specific d => Money(d.Amount, d.Currency) + PerUnit(d) + Over(d.Over) + Part(d.Part),
        DutyExpression.Shortfall d => $"{Print(d.Duty)} for each {d.Unit.Name} under {DecimalText.Print(d.From)}",
        DutyExpression.Flat d => Money(d.Amount, d.Currency),
        DutyExpression.Plus d => $"{Left(d.Left)} + {Right(d.Right)}",
        DutyExpression.Minus d => $"{Left(d.Left)} - {Right(d.Right)}",
        DutyExpression.AtLeast d => $"{Print(d.Duty)} MIN {Left(d.Bound)}",
        DutyExpression.AtMost d => $"{Print(d.Duty)} MAX {Left(d.Bound)}",
        DutyExpression.Floor d => "floor " + Percent(d.Percent),
        DutyExpression.Cap d => "cap " + Percent(d.Percent),
        DutyExpression.MostFavoured => "cap most favoured",
        DutyExpression.Words d => $"\"{d.Text}\"",
        DutyExpression.Applicable => "The duty provided in the applicable subheading",
        _ => throw new ArgumentOutOfRangeException(nameof(duty), duty, "this kind of duty has no text."),
    };

    /// <summary>A percentage without needless zeros, as <c>4.2%</c>.</summary>
    public static string Percent(decimal percent) => DecimalText.Print(percent) + "%";

    private static string PerUnit(DutyExpression.Specific duty) =>
        duty.Per == 1m && duty.Unit == UnitOfMeasure.Piece ? " each"
        : duty.Per == 1m ? "/" + duty.Unit.Name
        : $"/{DecimalText.Print(duty.Per)} {duty.Unit.Name}";

    private static string Over(decimal over) => over == 0m ? "" : " over " + DecimalText.Print(over);

    private static string Part(GoodsPart? part) => part is null ? "" : part.Text.StartsWith(',') ? part.Text : " " + part.Text;

    private static string Money(decimal amount, string? currency) => currency switch
    {
        null => DecimalText.Print(amount),
        "USD" when amount is > 0m and < 1m => DecimalText.Print(amount * 100m) + "¢",
        "USD" => "$" + Places(amount),
        _ => $"{Places(amount)} {currency}",
    };

    // Whole, or with at least two places.
    private static string Places(decimal amount) => amount == Math.Truncate(amount)
        ? DecimalText.Print(amount)
        : amount.ToString("0.00##########################", CultureInfo.InvariantCulture);

    // A clause inside a sum, and a sum on the right of one, need parentheses; sums group from the left.
    private static string Left(DutyExpression duty) =>
        duty is DutyExpression.AtLeast or DutyExpression.AtMost ? $"({Print(duty)})" : Print(duty);

    private static string Right(DutyExpression duty) =>
        duty is DutyExpression.Plus or DutyExpression.Minus ? $"({Print(duty)})" : Left(duty);
}
