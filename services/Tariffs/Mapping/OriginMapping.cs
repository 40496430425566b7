using GeoGraph.Core;
using Wire = GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Tariffs.Mapping;

/// <summary>Assessments of origin to the contract.</summary>
internal static class OriginMapping
{
    private const int PointPlaces = 6;

    /// <summary>An assessment.</summary>
    public static Wire.OriginAssessment ToWire(OriginAssessment assessment, IReadOnlyList<string> caveats) => new()
    {
        RuleId = assessment.Rule.Id.Value,
        AgreementId = assessment.Rule.AgreementId?.Value ?? "",
        Qualifies = assessment.Qualifies == Truth.True,
        Undecided = assessment.Qualifies == Truth.Unknown,
        Criteria = { assessment.Criteria.Select(ToWire) },
        ToleranceUsed = assessment.ToleranceUsed is { } used ? DecimalText.Print(used) : "",
        Cumulated = { assessment.Cumulated },
        ToQualify = assessment.ToQualify,
        Sources = { assessment.Rule.SourceIds },
        Caveats = { caveats },
    };

    private static Wire.CriterionResult ToWire(CriterionResult result) => new()
    {
        Requirement = result.Requirement,
        Met = result.Met == Truth.True,
        Value = result.Value is { } value ? DecimalText.Print(value) : "",
        Threshold = result.Threshold is { } threshold ? DecimalText.Print(threshold) : "",
        ShortByPoints = ShortByPoints(result),
        Calculation = result.Calculation,
        Missing = { result.Missing.Select(field => "bill." + field) },
        Failing = { result.Failing },
        Alternative = result.Alternative,
        ShortByValue = result.ShortByValue is { } amount ? DecimalText.PrintCents(amount) : "",
    };

    // Rounded up, so that what falls short by however little is told to.
    private static string ShortByPoints(CriterionResult result)
    {
        if (result is not { Threshold: { } threshold, Value: { } value })
            return "";
        return result.Met == Truth.True ? "0" : DecimalText.Print(decimal.Round((threshold - value) * 100m, PointPlaces, MidpointRounding.ToPositiveInfinity));
    }
}
