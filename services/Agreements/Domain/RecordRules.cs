using GeoGraph.Core;

namespace GeoGraph.Agreements;

/// <summary>What must hold of a record, whatever else is in the store. Fields are named as in the protos.</summary>
internal static class RecordRules
{
    private const string NamesRule = "at least one name is given";
    private const string KindRule = "the kind is given";

    /// <summary>Notes every violation of a record whose fields begin with <paramref name="at"/>.</summary>
    public static void Check(DatedRecord record, string at, Violations violations)
    {
        switch (record)
        {
            case Agreement agreement:
                CheckAgreement(agreement, at, violations);
                break;
            case Negotiation negotiation:
                CheckNegotiation(negotiation, at, violations);
                break;
            case Event happening:
                Require(happening.Names.Count > 0, $"{at}.names", "", NamesRule, violations);
                Require(happening.Until is not { } until || until >= happening.On, $"{at}.until", Iso(happening.Until), "an event does not end before it begins", violations);
                break;
            case Claim claim:
                CheckClaim(claim, at, violations);
                break;
            case GoodsList list:
                Require(list.Entries.Count > 0, $"{at}.entries", "", "a list has at least one entry", violations);
                break;
            case TariffSchedule schedule:
                TariffScheduleRules.Check(schedule, at, violations);
                break;
            case TariffHeading heading:
                TariffScheduleRules.Check(heading, at, violations);
                break;
            default:
                MeasureRules.Check(record, at, violations);
                break;
        }
        Require(record.Evidence != Evidence.None, $"{at}.evidence.sources", "", "a record names a source or claim that it rests on, or says how it is inferred", violations);
    }

    /// <summary>Notes a violation where a rule does not hold.</summary>
    public static void Require(bool holds, string field, string value, string rule, Violations violations)
    {
        if (!holds)
            violations.Add(field, value, rule);
    }

    /// <summary>A date in ISO form; empty for none.</summary>
    public static string Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", null) ?? "";

    private static void CheckAgreement(Agreement agreement, string at, Violations violations)
    {
        Require(agreement.Names.Count > 0, $"{at}.names", "", NamesRule, violations);
        Require(agreement.Kind != AgreementKind.Unspecified, $"{at}.kind", "", KindRule, violations);
        for (var i = 0; i < agreement.Steps.Count; i++)
        {
            var step = agreement.Steps[i];
            Require(step.Status != AgreementStatus.Unspecified, $"{at}.steps[{i}].status", "", "the status is given", violations);
            Require(i == 0 || step.On > agreement.Steps[i - 1].On, $"{at}.steps[{i}].on", Iso(step.On), "steps are on growing dates", violations);
        }
        var clauses = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < agreement.Clauses.Count; i++)
            CheckClause(agreement.Clauses[i], clauses, $"{at}.clauses[{i}]", violations);
    }

    private static void CheckClause(Clause clause, HashSet<string> seen, string at, Violations violations)
    {
        Require(clause.Id.Length > 0 && seen.Add(clause.Id), $"{at}.id", clause.Id, "a clause has an id of its own within the agreement", violations);
        Require(clause.Kind != ClauseKind.Unspecified, $"{at}.kind", "", KindRule, violations);
        Require(clause.Value is null == (clause.Unit.Length == 0), $"{at}.unit", clause.Unit, "a unit is given exactly where a value is", violations);
    }

    private static void CheckNegotiation(Negotiation negotiation, string at, Violations violations)
    {
        Require(negotiation.Names.Count > 0, $"{at}.names", "", NamesRule, violations);
        Require(negotiation.PartyIds.Count > 0, $"{at}.party_ids", "", "at least one party is given", violations);
        for (var i = 0; i < negotiation.Rounds.Count; i++)
        {
            var round = negotiation.Rounds[i];
            Require(round.Until is not { } until || until >= round.On, $"{at}.rounds[{i}].until", Iso(round.Until), "a round does not end before it begins", violations);
            Require(i == 0 || round.On >= negotiation.Rounds[i - 1].On, $"{at}.rounds[{i}].on", Iso(round.On), "rounds are oldest first", violations);
            Require(round.Number >= 0, $"{at}.rounds[{i}].number", Text(round.Number), "a round's number is not negative", violations);
            Require(round.Unnamed >= 0, $"{at}.rounds[{i}].unnamed", Text(round.Unnamed), "a count is not negative", violations);
        }
        for (var i = 0; i < negotiation.Offers.Count; i++)
        {
            var offer = negotiation.Offers[i];
            var ordered = offer.Low is not { } low || offer.High is not { } high || low <= high;
            Require(ordered, $"{at}.offers[{i}].high", offer.High is { } end ? DecimalText.Print(end) : "", "a band's upper end is not below its lower end", violations);
        }
    }

    private static void CheckClaim(Claim claim, string at, Violations violations)
    {
        var predicate = claim.Predicate.Length > 0 && claim.Predicate.All(character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character == '_');
        Require(predicate, $"{at}.predicate", claim.Predicate, "a predicate is upper-case letters, digits and underscores", violations);
        Require(claim.Text.Length > 0, $"{at}.text", "", "what is asserted is said in a sentence", violations);
        Require(claim.Value is null == (claim.Unit.Length == 0), $"{at}.unit", claim.Unit, "a unit is given exactly where a value is", violations);
        var ordered = claim.ValueHigh is not { } high || (claim.Value is { } low && low <= high);
        Require(ordered, $"{at}.value_high", claim.ValueHigh is { } end ? DecimalText.Print(end) : "", "the upper end of a range needs a lower end that is not above it", violations);
        Require(!claim.ClashesWithIds.Contains(claim.Id), $"{at}.clashes_with_ids", claim.Id.Value, "a claim clashes with another claim, not with itself", violations);
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
