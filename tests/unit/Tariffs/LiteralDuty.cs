using GeoGraph.Tariffs;

namespace GeoGraph.UnitTests.Tariffs;

/// <summary>
/// A second, literal reading of duty texts, by cutting the text and computing on the way; no tree and no shared code. Reads the forms
/// <c>Free</c>, <c>n%</c>, <c>n% on the value of the x content</c>, <c>n¢/kg</c>, <c>$n/t</c>, <c>$n</c>, sums of them with <c> + </c> and <c> - </c>,
/// <c> MIN </c> and <c> MAX </c> clauses, <c>floor n%</c> and <c>cap n%</c>.
/// </summary>
/// <param name="Entry">The entry.</param>
/// <param name="Base">What the duty is charged on.</param>
/// <param name="Ordinary">The ordinary duty owed, for floors.</param>
/// <param name="Replaced">What a cap limits.</param>
internal sealed record LiteralDuty(Entry Entry, decimal Base, decimal Ordinary = 0m, decimal Replaced = 0m)
{
    /// <summary>The amount, not rounded, not below 0.</summary>
    public decimal Amount(string duty)
    {
        var value = duty.StartsWith("floor ", StringComparison.Ordinal) ? (Base * Percent(duty[6..])) - (Ordinary * (Base / Entry.CustomsValue))
            : duty.StartsWith("cap ", StringComparison.Ordinal) ? Math.Min(Replaced, Base * Percent(duty[4..]))
            : Limited(duty);
        return Math.Max(0m, value);
    }

    // "a MIN b MAX c" is read from the left: at least b, then at most c.
    private decimal Limited(string duty)
    {
        var words = duty.Split(' ');
        var (value, clause, bound) = (0m, "", new List<string>());
        foreach (var word in words.Append("END"))
        {
            if (word is not ("MIN" or "MAX" or "END"))
            {
                bound.Add(word);
                continue;
            }
            var sum = Sum(string.Join(' ', bound));
            value = clause switch { "MIN" => Math.Max(value, sum), "MAX" => Math.Min(value, sum), _ => sum };
            (clause, bound) = (word, []);
        }
        return value;
    }

    private decimal Sum(string text)
    {
        var minus = text.LastIndexOf(" - ", StringComparison.Ordinal);
        var plus = text.LastIndexOf(" + ", StringComparison.Ordinal);
        return minus > plus ? Sum(text[..minus]) - Term(text[(minus + 3)..])
            : plus >= 0 ? Sum(text[..plus]) + Term(text[(plus + 3)..])
            : Term(text);
    }

    private decimal Term(string term)
    {
        if (term == "Free")
            return 0m;
        if (term.EndsWith("¢/kg", StringComparison.Ordinal))
            return decimal.Parse(term[..^4], null) / 100m * Kilograms();
        if (term.EndsWith("/t", StringComparison.Ordinal))
            return decimal.Parse(term[1..^2], null) * Kilograms() / 1000m;
        if (term.StartsWith('$'))
            return decimal.Parse(term[1..], null);
        var content = term.IndexOf("% on the value of the ", StringComparison.Ordinal);
        return content < 0 ? Base * Percent(term) : Percent(term[..(content + 1)]) * Content(term[(content + 22)..^8]);
    }

    private decimal Kilograms() => Entry.Quantities.TryGetValue("kg", out var kilograms) ? kilograms : Entry.Quantities["t"] * 1000m;

    private decimal Content(string name) =>
        Entry.Facts.TryGetValue("content_value." + name, out var stated) ? Math.Min(Entry.CustomsValue, decimal.Parse(stated, null)) : Base;

    private static decimal Percent(string text) => decimal.Parse(text.TrimEnd('%'), null) / 100m;
}
