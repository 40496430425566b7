using System.Globalization;

namespace GeoGraph.Tariffs;

/// <summary>Says how an amount comes about.</summary>
internal static class DutyWords
{
    /// <summary>The calculation with its result, as <c>4.2% × 1,000,000.00 = 42,000.00</c>.</summary>
    public static string Calculation(DutyExpression duty, DutyContext context, decimal amount) =>
        $"{Words(duty, context)} = {Money(amount)}";

    private static string Words(DutyExpression duty, DutyContext context) => duty switch
    {
        DutyExpression.Free => "Free",
        DutyExpression.AdValorem { Part: null } d => $"{DutyPrinter.Percent(d.Percent)} × {Money(context.Base)}",
        DutyExpression.AdValorem d => $"{DutyPrinter.Print(d)} × {Money(context.Facts.Number(FactNames.ContentValue + d.Part!.Name) ?? context.Base)}",
        DutyExpression.Specific d => $"{DutyPrinter.Print(d)} × {Quantity(d, context)}{Exchange(d.Currency, context)}",
        DutyExpression.Shortfall d => $"{DutyPrinter.Print(d)} × {Quantity(d.Duty, context)} at {Measured(d.Unit, context)}{Exchange(d.Duty.Currency, context)}",
        DutyExpression.Flat d => DutyPrinter.Print(d) + Exchange(d.Currency, context),
        DutyExpression.Plus d => $"{Part(d.Left, context)} + {Part(d.Right, context)}",
        DutyExpression.Minus d => $"{Part(d.Left, context)} − {(d.Right is DutyExpression.Plus ? $"({Words(d.Right, context)})" : Part(d.Right, context))}",
        DutyExpression.AtLeast d => $"{Words(d.Duty, context)}, at least {Words(d.Bound, context)}",
        DutyExpression.AtMost d => $"{Words(d.Duty, context)}, at most {Words(d.Bound, context)}",
        DutyExpression.Floor d => $"{DutyPrinter.Percent(d.Percent)} × {Money(context.Base)} less the ordinary duty of {Money(context.Ordinary)} on {Money(context.FullValue)}",
        DutyExpression.Cap d => $"{Money(context.Replaced)}, at most {DutyPrinter.Percent(d.Percent)} × {Money(context.Base)}",
        DutyExpression.MostFavoured => context.Followed is { } followed && followed.Amount < context.Replaced
            ? $"{Money(context.Replaced)}, at most what {followed.Origin} owes by {followed.Measure.Id}, {Money(followed.Amount)}"
            : $"{Money(context.Replaced)}, than which no other origin owes less",
        DutyExpression.Applicable => context.Replaced == 0m ? "the ordinary duty (in its own line)" : $"the duty replaced, {Money(context.Replaced)}",
        _ => throw new ArgumentOutOfRangeException(nameof(duty), duty, "this kind of duty has no words."),
    };

    // A limit, and a difference within a sum, reads as one thing in parentheses.
    private static string Part(DutyExpression duty, DutyContext context) =>
        duty is DutyExpression.AtLeast or DutyExpression.AtMost or DutyExpression.Minus ? $"({Words(duty, context)})" : Words(duty, context);

    private static string Measured(UnitOfMeasure unit, DutyContext context) =>
        context.Quantities.Find(unit, null) is { } quantity ? $"{Number(quantity)} {unit.Name}" : $"an unknown {unit.Name}";

    private static string Quantity(DutyExpression.Specific duty, DutyContext context) =>
        context.Quantities.Find(duty.Unit, duty.Part) is { } quantity ? $"{Number(quantity)} {duty.Unit.Name}" : "an unknown quantity";

    private static string Exchange(string? currency, DutyContext context) =>
        currency is null || currency == context.Currency ? ""
        : $" × {Number(context.Exchange.Convert(1m, currency, context.Currency, context.EntryDate))} {context.Currency}/{currency}";

    private static string Number(decimal number) => number.ToString("#,##0.##########", CultureInfo.InvariantCulture);

    private static string Money(decimal amount) => Settlement.ToCents(amount).ToString("#,##0.00", CultureInfo.InvariantCulture);
}
