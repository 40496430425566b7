namespace GeoGraph.Tariffs;

/// <summary>Judges bills of materials by rules of origin. Pure.</summary>
internal static class OriginAssessor
{
    /// <summary>Judges a bill, which keeps to <see cref="BillRules"/>, by a rule.</summary>
    public static OriginAssessment Assess(OriginRule rule, OriginBill bill, MembershipTable memberships)
    {
        var inputs = new OriginInputs(rule, bill, memberships);
        var always = new List<CriterionResult>();
        if (rule.RegionIds.Count > 0)
            always.Add(Place(rule, inputs));
        always.AddRange(rule.AllOf.Select(criterion => Judge(rule, criterion, inputs)));
        var ways = rule.AnyOf.Select((way, i) => way.Select(criterion => Judge(rule, criterion, inputs) with { Alternative = i + 1 }).ToList()).ToList();
        var all = always.Concat(ways.SelectMany(way => way)).ToList();
        var (holds, any) = (AllOf(always), ways.Count == 0 ? Truth.True : ways.Max(AllOf));
        var qualifies = holds < any ? holds : any;
        return new OriginAssessment
        {
            Rule = rule,
            Qualifies = qualifies,
            Criteria = all,
            ToleranceUsed = all.Max(result => result.Forgiven),
            Cumulated = inputs.Cumulated,
            ToQualify = qualifies == Truth.True ? "" : OriginChange.Least(always, ways),
        };
    }

    private static Truth AllOf(IReadOnlyList<CriterionResult> results) => results.Count == 0 ? Truth.True : results.Min(result => result.Met);

    private static CriterionResult Judge(OriginRule rule, OriginCriterion criterion, OriginInputs inputs) => criterion.Kind switch
    {
        OriginCriterionKind.WhollyObtained => WhollyObtained(inputs),
        OriginCriterionKind.RegionalValue => RegionalValue.Judge(criterion, inputs),
        OriginCriterionKind.TariffShift => TariffShift.Judge(rule, criterion, inputs),
        OriginCriterionKind.LabourValue => OriginShares.OfLabour(criterion, inputs.Bill),
        _ => OriginShares.OfMaterial(criterion, inputs),
    };

    private static CriterionResult Place(OriginRule rule, OriginInputs inputs)
    {
        var places = string.Join(", ", rule.RegionIds);
        return new CriterionResult
        {
            Requirement = $"made in one of {places}",
            Met = inputs.IsMadeInRegion ? Truth.True : Truth.False,
            Calculation = $"made in {inputs.Bill.MadeIn}",
            Change = inputs.IsMadeInRegion ? "" : $"make the good in one of {places}",
        };
    }

    private static CriterionResult WhollyObtained(OriginInputs inputs)
    {
        var failing = inputs.Bill.WhollyObtained ? [] : inputs.All.Where(input => !input.IsRegional || !input.Material.WhollyObtained).ToList();
        var result = new CriterionResult { Requirement = "wholly obtained in the region", Met = failing.Count == 0 ? Truth.True : Truth.False };
        if (!inputs.Bill.SaysInputs)
            return result with { Met = Truth.Unknown, Missing = ["materials"], Change = "list the materials" };
        return failing.Count == 0 ? result : result with
        {
            Failing = [.. failing.Select(input => input.Label)],
            ShortByValue = OriginWords.UpToCents(failing.Sum(input => input.Material.Value)),
            Change = $"replace {OriginWords.Names(failing)} by inputs wholly obtained in the region",
        };
    }
}
