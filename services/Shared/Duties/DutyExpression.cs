namespace GeoGraph.Duties;

/// <summary>A duty as a tree: immutable, compared by content, printed by <see cref="DutyPrinter"/> and read by <see cref="DutyParser"/>.</summary>
internal abstract record DutyExpression
{
    /// <summary>Nothing is owed.</summary>
    public sealed record Free : DutyExpression;

    /// <summary>A percentage of value.</summary>
    /// <param name="Percent">4.2 for 4.2%; not negative.</param>
    /// <param name="Part">The part whose value it is charged on; null for the measure's base.</param>
    public sealed record AdValorem(decimal Percent, GoodsPart? Part = null) : DutyExpression;

    /// <summary>An amount per quantity.</summary>
    /// <param name="Amount">In units of the currency (not cents); not negative.</param>
    /// <param name="Currency">ISO 4217 code; null for the currency of the entry.</param>
    /// <param name="Per">How many units the amount is for; more than 0.</param>
    /// <param name="Unit">The unit.</param>
    /// <param name="Part">The part whose quantity counts; null for the goods.</param>
    /// <param name="Over">How many units of each piece are free, as in <c>2.8¢/jewel over 7</c>; not negative.</param>
    public sealed record Specific(decimal Amount, string? Currency, decimal Per, UnitOfMeasure Unit, GoodsPart? Part = null, decimal Over = 0m) : DutyExpression;

    /// <summary>An amount per quantity, once for each unit by which a measurement of the goods falls short: <c>0.02¢/kg for each degree under 100 degrees</c>.</summary>
    /// <param name="Duty">The amount for one unit.</param>
    /// <param name="Unit">What is measured.</param>
    /// <param name="From">The measurement from which nothing falls short.</param>
    public sealed record Shortfall(Specific Duty, UnitOfMeasure Unit, decimal From) : DutyExpression;

    /// <summary>An amount per entry, as the bounds of a fee.</summary>
    /// <param name="Amount">In units of the currency; not negative.</param>
    /// <param name="Currency">ISO 4217 code; null for the currency of the entry.</param>
    public sealed record Flat(decimal Amount, string? Currency) : DutyExpression;

    /// <summary>Both are owed.</summary>
    public sealed record Plus(DutyExpression Left, DutyExpression Right) : DutyExpression;

    /// <summary>The left less the right.</summary>
    public sealed record Minus(DutyExpression Left, DutyExpression Right) : DutyExpression;

    /// <summary>A MIN clause: the duty is at least the bound, so it is computed with the <b>larger</b> of the two.</summary>
    public sealed record AtLeast(DutyExpression Duty, DutyExpression Bound) : DutyExpression;

    /// <summary>A MAX clause: the duty is at most the bound, so it is computed with the <b>smaller</b> of the two.</summary>
    public sealed record AtMost(DutyExpression Duty, DutyExpression Bound) : DutyExpression;

    /// <summary>Tops the ordinary duty up to a rate; stands alone.</summary>
    /// <param name="Percent">15 for 15%.</param>
    public sealed record Floor(decimal Percent) : DutyExpression;

    /// <summary>Keeps the duty that the measure replaces, but not more than a rate; stands alone.</summary>
    /// <param name="Percent">15 for 15%.</param>
    public sealed record Cap(decimal Percent) : DutyExpression;

    /// <summary>Keeps the duty that the measure replaces, but not more than the lowest that any other origin owes under the same authority; stands alone.</summary>
    public sealed record MostFavoured : DutyExpression;

    /// <summary>What a schedule says in words that no other kind states; it stands alone, and nothing can be computed from it.</summary>
    /// <param name="Text">The words.</param>
    public sealed record Words(string Text) : DutyExpression;

    /// <summary>The duty provided in the applicable subheading.</summary>
    public sealed record Applicable : DutyExpression;
}

/// <summary>A part of the goods that a duty is charged on.</summary>
/// <param name="Name">Lower case with hyphens, as <c>lead</c>; names the fact <c>content_value.lead</c> or the quantity <c>kg.lead</c>.</param>
/// <param name="Text">The words of the schedule, as <c>on the value of the lead content</c>.</param>
internal sealed record GoodsPart(string Name, string Text);
