using System.Globalization;
using GeoGraph.Core;
using static GeoGraph.Agreements.RecordRules;

namespace GeoGraph.Agreements;

/// <summary>What must hold of measures and of the records that order them.</summary>
internal static class MeasureRules
{
    private const string AuthorityRule = "an authority is lower-case letters, digits and hyphens";

    /// <summary>Notes every violation of a measure, stacking rule, quota, origin rule or exchange rate.</summary>
    public static void Check(DatedRecord record, string at, Violations violations)
    {
        switch (record)
        {
            case Measure measure:
                CheckMeasure(measure, at, violations);
                break;
            case StackingRule rule:
                CheckRule(rule, at, violations);
                break;
            case Quota quota:
                QuotaRules.Check(quota, at, violations);
                break;
            case OriginRule rule:
                OriginRuleRules.Check(rule, at, violations);
                break;
            case ExchangeRate rate:
                CheckCurrency(rate.FromCurrency, $"{at}.from_currency", violations);
                CheckCurrency(rate.ToCurrency, $"{at}.to_currency", violations);
                Require(rate.Rate > 0m, $"{at}.rate", DecimalText.Print(rate.Rate), "an exchange rate is more than zero", violations);
                break;
        }
    }

    private static void CheckMeasure(Measure measure, string at, Violations violations)
    {
        Require(measure.Title.Length > 0, $"{at}.title", "", "a measure has a title", violations);
        Require(measure.Type != MeasureType.Unspecified, $"{at}.type", "", "the type is given", violations);
        CheckAuthority(measure.Authority, $"{at}.authority", violations);
        CheckImplements(measure, at, violations);
        var bearsDuty = measure.Type is not (MeasureType.Prohibition or MeasureType.ExportControl or MeasureType.Unspecified);
        Require(bearsDuty == (measure.Duty.Length > 0) || measure.Type == MeasureType.Unspecified, $"{at}.duty", measure.Duty,
            "a duty expression is given, except for prohibitions and export controls, which bear none", violations);
        var readable = DutyParser.TryParse(measure.Duty, out _, out var mistake);
        Require(readable || measure.Duty.Length == 0, $"{at}.duty", measure.Duty, $"a duty can be read: {mistake}", violations);
        var law = measure.Status is MeasureStatus.Unspecified or MeasureStatus.Law;
        Require(law || measure.ScenarioIds.Count > 0, $"{at}.scenario_ids", "", "a measure that is not law names the scenarios in which it applies", violations);
        var needsContent = measure.Base.Kind is DutyBaseKind.ContentValue or DutyBaseKind.ValueLessShare;
        Require(needsContent == (measure.Base.Content.Length > 0), $"{at}.base.content", measure.Base.Content,
            "a content is named exactly for bases of content value or value less a share", violations);
        for (var i = 0; i < measure.Conditions.Count; i++)
            CheckCondition(measure.Conditions[i], $"{at}.conditions[{i}]", violations);
        Contradictions.Check(measure, at, violations);
    }

    private static void CheckImplements(Measure measure, string at, Violations violations)
    {
        for (var i = 0; i < measure.ImplementsIds.Count; i++)
        {
            var agreement = measure.ImplementsIds[i];
            Require(!measure.ImplementsIds.Take(i).Contains(agreement), $"{at}.implements_ids[{i}]", agreement.Value, "an agreement that a measure carries out is named once", violations);
            Require(agreement != measure.LegalBasisId, $"{at}.implements_ids[{i}]", agreement.Value, "the act that a measure rests on is its legal_basis_id alone", violations);
        }
    }

    private static void CheckCondition(Condition condition, string at, Violations violations)
    {
        Require(condition.AnyOf.Count > 0, $"{at}.any_of", "", "a condition has at least one test", violations);
        Require(condition.Reason.Length > 0, $"{at}.reason", "", "a condition says why the measure does not apply where it fails", violations);
        for (var i = 0; i < condition.AnyOf.Count; i++)
        {
            var test = condition.AnyOf[i];
            Require(test.Fact.Length > 0, $"{at}.any_of[{i}].fact", "", "a test names a fact", violations);
            Require(test.Operator != FactOperator.Unspecified, $"{at}.any_of[{i}].operator", "", "a test compares", violations);
            var ordered = test.Operator is FactOperator.Less or FactOperator.AtMost or FactOperator.Greater or FactOperator.AtLeast;
            Require(!ordered || IsNumberOrDate(test.Value), $"{at}.any_of[{i}].value", test.Value, "what is compared by size is a decimal or an ISO date", violations);
        }
    }

    private static void CheckRule(StackingRule rule, string at, Violations violations)
    {
        Require(rule.Title.Length > 0, $"{at}.title", "", "a rule has a title", violations);
        Require(rule.Kind != StackingKind.Unspecified, $"{at}.kind", "", "the kind is given", violations);
        Require(rule.First.Count > 0, $"{at}.first", "", "the first group names an authority", violations);
        Require(rule.Kind == StackingKind.HighestOnly == (rule.Second.Count == 0), $"{at}.second", string.Join(',', rule.Second),
            "a second group is given, except where only the highest of one group applies", violations);
        CheckAuthorities(rule.First, $"{at}.first", violations);
        CheckAuthorities(rule.Second, $"{at}.second", violations);
    }

    private static void CheckCurrency(string currency, string field, Violations violations) =>
        Require(currency.Length == 3 && currency.All(char.IsAsciiLetterUpper), field, currency, "a currency is an ISO 4217 code, three upper-case letters", violations);

    private static void CheckAuthorities(IReadOnlyList<string> authorities, string field, Violations violations)
    {
        for (var i = 0; i < authorities.Count; i++)
            CheckAuthority(authorities[i], string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]"), violations);
    }

    private static void CheckAuthority(string authority, string field, Violations violations) =>
        Require(authority.Length > 0 && authority.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-'),
            field, authority, AuthorityRule, violations);

    private static bool IsNumberOrDate(string value) =>
        DecimalText.TryParse(value, out _) || DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
