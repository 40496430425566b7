using GeoGraph.Core;
using Wire = GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Tariffs.Mapping;

/// <summary>Comparisons of origins and of preferences to the contract.</summary>
internal static class PreferenceMapping
{
    /// <summary>What an entry would pay from an origin, against its own.</summary>
    public static Wire.OriginDuty ToWire(OriginDuty duty, OriginDuty own, string entryId, CompiledSchedule schedule) => new()
    {
        OriginId = duty.Entry.Origin.Value,
        Result = duty.Answer is { } answer ? AnswerMapping.ToWire(answer, entryId, duty.Entry, schedule) : null,
        Difference = duty.Total - own.Total is { } difference ? DecimalText.PrintCents(difference) : "",
        Problem = duty.Refusal?.Message ?? "",
    };

    /// <summary>One way to enter goods.</summary>
    public static Wire.PreferenceOption ToWire(PreferenceOption option, string entryId, OriginBill? bill, CompiledSchedule schedule) => new()
    {
        Measure = option.Measure is { } measure ? AnswerMapping.ToRef(measure) : null,
        Facts = { option.Facts.ToDictionary() },
        Standing = option.Verdict.Standing switch
        {
            PreferenceStanding.Lawful => Wire.PreferenceStanding.Lawful,
            PreferenceStanding.Unproven => Wire.PreferenceStanding.Unproven,
            _ => Wire.PreferenceStanding.Refused,
        },
        Reason = option.Verdict.Reason,
        Assessment = option.Verdict.Assessment is { } assessment ? OriginMapping.ToWire(assessment, Caveats(assessment, bill, schedule)) : null,
        Result = option.Answer is { } answer ? AnswerMapping.ToWire(answer, entryId, option.Entry, schedule) : null,
        Saving = option.Saving is { } saving ? DecimalText.PrintCents(saving) : "",
        Problem = option.Problem,
    };

    private static IReadOnlyList<string> Caveats(OriginAssessment assessment, OriginBill? bill, CompiledSchedule schedule) => bill is null
        ? []
        : OriginCaveats.Of(schedule, new OriginRuleMatch(assessment.Rule, Coverage.Full, 0), bill);
}
