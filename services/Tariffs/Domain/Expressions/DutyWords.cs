using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>Says how an amount comes about.</summary>
internal static class DutyWords
{
    /// <summary>The calculation with its result, as <c>6.3¢/liter × 9000 = 567</c>.</summary>
    public static string Calculation(DutyExpression duty, DutyContext context, decimal amount) =>
        $"{Words(duty, context)} = {Number(amount)}";

    private static string Words(DutyExpression duty, DutyContext context) => duty switch
    {
        DutyExpression.Free => "Free",
        DutyExpression.AdValorem { Part: null } d => $"{DutyPrinter.Percent(d.Percent)} × {Number(context.Base)}",
        DutyExpression.AdValorem d => $"{DutyPrinter.Print(d)} × {Number(context.Facts.Number(FactNames.ContentValue + d.Part!.Name) ?? context.Base)}",
        DutyExpression.Specific d => $"{DutyPrinter.Print(d)} × {Quantity(d, context)}{Exchange(d.Currency, context)}",
        DutyExpression.Flat d => DutyPrinter.Print(d) + Exchange(d.Currency, context),
        DutyExpression.Plus d => $"{Words(d.Left, context)} + {Words(d.Right, context)}",
        DutyExpression.Minus d => $"({Words(d.Left, context)}) − ({Words(d.Right, context)})",
        DutyExpression.AtLeast d => $"the larger of ({Words(d.Duty, context)}) and ({Words(d.Bound, context)})",
        DutyExpression.AtMost d => $"the smaller of ({Words(d.Duty, context)}) and ({Words(d.Bound, context)})",
        DutyExpression.Floor d => $"{DutyPrinter.Percent(d.Percent)} × {Number(context.Base)} less the ordinary duty of {Number(context.Ordinary)} on {Number(context.FullValue)}",
        DutyExpression.Cap d => $"the smaller of {Number(context.Replaced)} and {DutyPrinter.Percent(d.Percent)} × {Number(context.Base)}",
        DutyExpression.Applicable => context.Replaced == 0m ? "the ordinary duty (in its own line)" : $"the duty replaced, {Number(context.Replaced)}",
        _ => throw new ArgumentOutOfRangeException(nameof(duty), duty, "this kind of duty has no words."),
    };

    private static string Quantity(DutyExpression.Specific duty, DutyContext context) =>
        context.Quantities.Find(duty.Unit, duty.Part) is { } quantity ? $"{Number(quantity)} {duty.Unit.Name}" : "an unknown quantity";

    private static string Exchange(string? currency, DutyContext context) =>
        currency is null || currency == context.Currency ? ""
        : $" × {Number(context.Exchange.Convert(1m, currency, context.Currency, context.EntryDate))} {context.Currency}/{currency}";

    private static string Number(decimal number) => DecimalText.Print(Math.Round(number, 10));
}
