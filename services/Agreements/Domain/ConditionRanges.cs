using System.Globalization;
using GeoGraph.Core;

namespace GeoGraph.Agreements;

/// <summary>
/// Finds conditions of one measure that no value of a fact meets together, as below 5 and above 10. Only conditions of a single test are
/// compared: one with an alternative can hold by that.
/// </summary>
internal static class ConditionRanges
{
    /// <summary>Notes every condition that contradicts an earlier one.</summary>
    public static void Check(IReadOnlyList<Condition> conditions, string at, Violations violations)
    {
        for (var later = 1; later < conditions.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (conditions[later].AnyOf is not [var test] || conditions[earlier].AnyOf is not [var other] || test.Fact != other.Fact || CanBothHold(test, other))
                    continue;
                violations.Add(string.Create(CultureInfo.InvariantCulture, $"{at}[{later}]"), test.Value,
                    string.Create(CultureInfo.InvariantCulture, $"no value of {test.Fact} meets this condition and conditions[{earlier}]"));
            }
        }
    }

    private static bool CanBothHold(FactTest left, FactTest right)
    {
        if (Named(left) is { } words)
            return words.Any(word => Holds(right, word));
        if (Named(right) is { } others)
            return others.Any(word => Holds(left, word));
        return Overlap(left, right) && Overlap(right, left);
    }

    private static bool Overlap(FactTest lower, FactTest upper) => Least(lower) is not { } least || Most(upper) is not { } most || Meet(least, most);

    // The values that a test names; null where it leaves a range open.
    private static string[]? Named(FactTest test) => test.Operator switch
    {
        FactOperator.Equals => [test.Value],
        FactOperator.OneOf => test.Value.Split(',', StringSplitOptions.TrimEntries),
        _ => null,
    };

    private static bool Holds(FactTest test, string word) => test.Operator switch
    {
        FactOperator.Equals => IsSame(test.Value, word),
        FactOperator.NotEquals => !IsSame(test.Value, word),
        FactOperator.OneOf => test.Value.Split(',', StringSplitOptions.TrimEntries).Any(value => IsSame(value, word)),
        FactOperator.Less => Order(word, test.Value) is null or < 0,
        FactOperator.AtMost => Order(word, test.Value) is null or <= 0,
        FactOperator.Greater => Order(word, test.Value) is null or > 0,
        FactOperator.AtLeast => Order(word, test.Value) is null or >= 0,
        _ => true,
    };

    private static (string Value, bool Itself)? Least(FactTest test) =>
        test.Operator is FactOperator.Greater or FactOperator.AtLeast ? (test.Value, test.Operator == FactOperator.AtLeast) : null;

    private static (string Value, bool Itself)? Most(FactTest test) =>
        test.Operator is FactOperator.Less or FactOperator.AtMost ? (test.Value, test.Operator == FactOperator.AtMost) : null;

    private static bool Meet((string Value, bool Itself) least, (string Value, bool Itself) most) =>
        Order(least.Value, most.Value) is not { } order || order < 0 || (order == 0 && least.Itself && most.Itself);

    private static bool IsSame(string left, string right) => Order(left, right) is { } order ? order == 0 : left.Equals(right, StringComparison.OrdinalIgnoreCase);

    // Null where the two are not both numbers or both dates.
    private static int? Order(string left, string right)
    {
        if (DecimalText.TryParse(left, out var number) && DecimalText.TryParse(right, out var other))
            return number.CompareTo(other);
        return Day(left) is { } day && Day(right) is { } date ? day.CompareTo(date) : null;
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
