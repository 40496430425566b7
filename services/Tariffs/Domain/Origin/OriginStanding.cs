using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// Says whether preferences may be claimed for one entry. A rule of origin belongs to a preference where its agreement is the preference's legal basis, or where entries claim
/// both by the same letters; of one preference's rules those for the narrowest goods count, any of them. What is claimed of no agreement qualifies nothing.
/// </summary>
internal sealed class OriginStanding
{
    private readonly CompiledSchedule _schedule;
    private readonly Entry _entry;
    private readonly OriginBill? _bill;
    private readonly bool _isStatedOnly;
    private readonly List<OriginRuleMatch> _rules;

    /// <summary>Prepares to judge; without a bill the fact regional_value_content stands in for one.</summary>
    public OriginStanding(CompiledSchedule schedule, Entry entry, OriginBill? bill)
    {
        (_schedule, _entry) = (schedule, entry);
        _rules = schedule.OriginRules.Find(schedule, HsCode.Parse(entry.Code), entry.EntryDate);
        var share = entry.Facts.TryGetValue(FactNames.RegionalValueContent, out var text) ? FactValue.Read(text).Number : null;
        _isStatedOnly = bill is null;
        _bill = bill ?? (share is { } stated
            ? new OriginBill { Code = entry.Code, MadeIn = entry.Origin, On = entry.EntryDate, StatedRegionalValue = stated }
            : null);
    }

    /// <summary>Whether a preference may be claimed.</summary>
    public PreferenceVerdict Of(Measure measure)
    {
        var programs = PreferenceClaims.Programs(measure).ToList();
        var statements = PreferenceClaims.Statements(measure).ToList();
        var rules = _rules.Where(match => Belongs(match.Rule, measure, programs)).ToList();
        if (programs.Count + statements.Count + rules.Count == 0 && (measure.Origins.IncludeIds.Count == 0 || IsClaimedFreely(measure)))
            return new PreferenceVerdict(PreferenceStanding.Lawful, "it asks for no rule of origin");
        var stated = statements.Where(_entry.Facts.ContainsKey).ToList();
        if (stated.Find(fact => Stated(fact) != "true") is { } denied)
            return new PreferenceVerdict(PreferenceStanding.Refused, $"the entry states that {denied} is {Stated(denied)}");
        var verdict = rules.Count == 0 ? Missing(measure, programs) : ByRules(rules);
        return stated.Count > 0 && verdict.Standing == PreferenceStanding.Unproven
            ? verdict with { Standing = PreferenceStanding.Lawful, Reason = $"the entry states {stated[0]}; {verdict.Reason}" }
            : verdict;
    }

    private string Stated(string fact) => FactValue.Read(_entry.Facts[fact]).Text;

    private PreferenceVerdict ByRules(List<OriginRuleMatch> rules)
    {
        var narrowest = rules.Min(match => match.Width);
        var counting = rules.Where(match => match.Width == narrowest).ToList();
        if (_bill is null)
            return new PreferenceVerdict(PreferenceStanding.Unproven, $"no bill of materials says whether the good qualifies by {Names(counting)}");
        var best = counting.Select(match => (Match: match, Assessment: OriginAssessor.Assess(match.Rule, _bill, _schedule.Memberships)))
            .MaxBy(row => row.Assessment.Qualifies);
        var (rule, assessment) = (best.Match.Rule.Id, best.Assessment);
        if (best.Match.Coverage == Coverage.Partial && assessment.Qualifies != Truth.Unknown)
            return new PreferenceVerdict(PreferenceStanding.Unproven, $"{rule} covers only some codes beneath {_entry.Code}; give more digits", assessment);
        return assessment.Qualifies switch
        {
            Truth.True => new PreferenceVerdict(PreferenceStanding.Lawful, $"the good qualifies by {rule}{(_isStatedOnly ? " on the stated regional value content" : "")}", assessment),
            Truth.False => new PreferenceVerdict(PreferenceStanding.Refused, $"the good does not qualify by {rule}: {assessment.ToQualify}", assessment),
            _ => new PreferenceVerdict(PreferenceStanding.Unproven, $"what is stated does not decide {rule}: {assessment.ToQualify}", assessment),
        };
    }

    private PreferenceVerdict Missing(Measure measure, List<string> programs)
    {
        if (measure.Origins.IncludeIds.Count == 0 && programs.Count > 0)
            return new PreferenceVerdict(PreferenceStanding.Unproven, $"it is open to every origin, and what programme {string.Join(", ", programs)} asks of goods is not in the data");
        var of = measure.LegalBasisId.Length > 0 ? $" of {measure.LegalBasisId}" : programs.Count > 0 ? $" of programme {string.Join(", ", programs)}" : "";
        return new PreferenceVerdict(PreferenceStanding.Unproven, $"no rule of origin{of} for {_entry.Code} on {_entry.EntryDate:yyyy-MM-dd} is in the data");
    }

    private static bool IsClaimedFreely(Measure measure) => measure.Conditions.Any(condition => condition.AnyOf.Any(test => FactNames.IsClaim(test.Fact)));

    private static bool Belongs(OriginRule rule, Measure measure, List<string> programs) =>
        rule.AgreementId is { } agreement && (agreement.Value == measure.LegalBasisId || rule.Programs.Any(programs.Contains));

    private static string Names(List<OriginRuleMatch> matches) => OriginWords.List([.. matches.Select(match => match.Rule.Id.Value)]);
}
