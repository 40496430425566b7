using System.Globalization;
using GeoGraph.Core;
using static GeoGraph.Agreements.RecordRules;

namespace GeoGraph.Agreements;

/// <summary>What must hold of rules of origin.</summary>
internal static class OriginRuleRules
{
    private const int MostPlaces = 4;
    private static readonly string[] ValueFormulas = ["", "build-down", "build-up", "net-cost", "fob", "fob-build-up", "ex-works", "focused-value"];
    private static readonly string[] LabourFormulas = ["", "build-down", "net-cost", "fob", "ex-works"];
    private static readonly string[] ToleranceBases = ["", "transaction", "fob", "ex-works", "net-cost"];

    /// <summary>Notes every violation of a rule of origin.</summary>
    public static void Check(OriginRule rule, string at, Violations violations)
    {
        Require(rule.AllOf.Count + rule.AnyOf.Count > 0, $"{at}.all_of", "", "a rule of origin has at least one requirement", violations);
        CheckCriteria(rule.AllOf, $"{at}.all_of", violations);
        for (var i = 0; i < rule.AnyOf.Count; i++)
        {
            Require(rule.AnyOf[i].Count > 0, $"{at}.any_of[{i}].all_of", "", "a way to qualify has at least one requirement", violations);
            CheckCriteria(rule.AnyOf[i], $"{at}.any_of[{i}].all_of", violations);
        }
        CheckShare(rule.Tolerance, $"{at}.tolerance", violations);
        CheckWord(rule.ToleranceBase, ToleranceBases, $"{at}.tolerance_base", "a tolerance is a share of", violations);
        for (var i = 0; i < rule.Programs.Count; i++)
            Require(rule.Programs[i].Length > 0, $"{at}.programs[{i}]", "", "a programme has letters", violations);
    }

    private static void CheckCriteria(IReadOnlyList<OriginCriterion> criteria, string at, Violations violations)
    {
        for (var i = 0; i < criteria.Count; i++)
            CheckCriterion(criteria[i], string.Create(CultureInfo.InvariantCulture, $"{at}[{i}]"), violations);
    }

    private static void CheckCriterion(OriginCriterion criterion, string at, Violations violations)
    {
        var kind = criterion.Kind;
        Require(kind != OriginCriterionKind.Unspecified, $"{at}.kind", "", "the kind is given", violations);
        CheckShare(criterion.Threshold, $"{at}.threshold", violations);
        var isShare = kind is OriginCriterionKind.RegionalValue or OriginCriterionKind.LabourValue or OriginCriterionKind.Material;
        Require(kind == OriginCriterionKind.Unspecified || isShare == criterion.Threshold is not null, $"{at}.threshold", Print(criterion.Threshold),
            "a least share is given exactly for a regional value, a labour value or a material", violations);
        var isShift = kind == OriginCriterionKind.TariffShift;
        Require(isShift ? criterion.ShiftDigits is 2 or 4 or 6 : criterion.ShiftDigits == 0, $"{at}.shift_digits",
            criterion.ShiftDigits.ToString(CultureInfo.InvariantCulture), "a tariff shift is at 2, 4 or 6 digits, and nothing else has one", violations);
        Require(isShift || criterion.Except.Count == 0, $"{at}.except", string.Join(", ", criterion.Except), "only a tariff shift has exceptions", violations);
        Require(isShift || criterion.Allowed.Count == 0, $"{at}.allowed", string.Join(", ", criterion.Allowed), "only a tariff shift allows codes", violations);
        Require(criterion.Formula == "focused-value" == (criterion.Counted.Count > 0), $"{at}.counted", string.Join(", ", criterion.Counted),
            "a focused value, and nothing else, counts foreign inputs by their codes", violations);
        Require(kind == OriginCriterionKind.Material == (criterion.Material.Length > 0), $"{at}.material", criterion.Material,
            "a requirement on a material, and nothing else, names one", violations);
        Require(criterion.RoundPercentPlaces is null or (>= 0 and <= MostPlaces), $"{at}.round_percent_places",
            criterion.RoundPercentPlaces?.ToString(CultureInfo.InvariantCulture) ?? "", $"a percentage is rounded to 0 to {MostPlaces} places", violations);
        CheckFormula(criterion, $"{at}.formula", violations);
    }

    private static void CheckFormula(OriginCriterion criterion, string field, Violations violations)
    {
        var (allowed, what) = criterion.Kind switch
        {
            OriginCriterionKind.RegionalValue => (ValueFormulas, "a regional value is reckoned by"),
            OriginCriterionKind.LabourValue => (LabourFormulas, "a labour value is a share by"),
            _ => ([""], "this kind of requirement has no formula but"),
        };
        CheckWord(criterion.Formula, allowed, field, what, violations);
    }

    private static void CheckWord(string word, string[] allowed, string field, string what, Violations violations) =>
        Require(allowed.Contains(word, StringComparer.Ordinal), field, word, $"{what} {string.Join(", ", allowed.Select(one => one.Length == 0 ? "none" : one))}", violations);

    private static void CheckShare(decimal? share, string field, Violations violations) =>
        Require(share is null or (>= 0m and <= 1m), field, Print(share), "a share lies between 0 and 1", violations);

    private static string Print(decimal? share) => share is { } value ? DecimalText.Print(value) : "";
}
