using GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Cli.Output;

/// <summary>Rules of origin against a bill of materials, on the screen.</summary>
internal static class OriginReport
{
    /// <summary>Each rule with its requirements, what would have to change, and what it does not decide.</summary>
    public static void Show(Screen screen, BillOfMaterials bill, IEnumerable<OriginAssessment> assessments)
    {
        screen.Heading($"HS {bill.Hs} made in {bill.MadeInId}, {bill.Materials.Count} materials, judged by the rules of {Output.Show.Day(bill.On)}");
        foreach (var assessment in assessments)
            Show(screen, assessment);
    }

    /// <summary>In a word whether a good qualifies.</summary>
    public static string VerdictOf(OriginAssessment assessment) =>
        assessment.Qualifies ? "qualifies" : assessment.Undecided ? "is not decided" : "does not qualify";

    private static void Show(Screen screen, OriginAssessment assessment)
    {
        screen.Line($"{assessment.RuleId}{(assessment.AgreementId.Length > 0 ? $" ({assessment.AgreementId})" : "")}: {VerdictOf(assessment)}");
        screen.Table(["Requirement", "Met", ">Found", ">Short by", "How"], assessment.Criteria.Select(RowOf), "");
        if (assessment.ToleranceUsed.Length > 0)
            screen.Bullet($"The tolerance forgave {Output.Show.Share(assessment.ToleranceUsed)} of the value.");
        if (assessment.Cumulated.Count > 0)
            screen.Bullet($"Counted as the region's by cumulation: {string.Join(", ", assessment.Cumulated)}");
        if (assessment.ToQualify.Length > 0)
            screen.Bullet($"To qualify: {assessment.ToQualify}");
        foreach (var caveat in assessment.Caveats)
            screen.Bullet($"Note: {caveat}");
        screen.Note($"Sources: {string.Join("; ", assessment.Sources)}");
    }

    private static string PointsOf(CriterionResult result) => result.ShortByPoints switch
    {
        "" or "0" => "",
        "1" => "1 point",
        _ => $"{result.ShortByPoints} points",
    };

    private static string[] RowOf(CriterionResult result) =>
    [
        result.Alternative > 0 ? $"way {result.Alternative}: {result.Requirement}" : result.Requirement,
        result.Met ? "yes" : result.Missing.Count > 0 ? "open" : "no",
        result.Value.Length > 0 ? Output.Show.Share(result.Value) : "",
        PointsOf(result),
        result.Missing.Count > 0 ? $"missing: {string.Join(", ", result.Missing)}" : result.Calculation,
    ];
}
