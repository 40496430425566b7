using GeoGraph.Core;
using Wire = GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Tariffs.Mapping;

/// <summary>Answers to the contract.</summary>
internal static class AnswerMapping
{
    private const int RatePlaces = 4;

    /// <summary>What an entry pays, with its proof.</summary>
    public static Wire.DutyResult ToWire(DutyAnswer answer, string entryId, Entry entry, CompiledSchedule schedule)
    {
        var lowest = answer.Lowest;
        var total = answer.TotalDuty ?? lowest?.Total;
        var charges = answer.Charges.Sum(line => line.Amount);
        return new Wire.DutyResult
        {
            EntryId = entryId,
            Outcome = (Wire.Outcome)(answer.Outcome + 1),
            Lines = { (answer.Outcome == DutyOutcome.Conditional && lowest is not null ? lowest.Lines : answer.Lines).Select(ToWire) },
            HighestLines = { answer.Outcome == DutyOutcome.Conditional ? answer.Highest?.Lines.Select(ToWire) ?? [] : [] },
            NotApplied = { answer.NotApplied.Select(ToWire) },
            Assumptions = { answer.Assumptions.Select(ToWire) },
            MissingFacts = { answer.MissingFacts.Select(fact => Missing(fact, answer)) },
            TotalDuty = Cents(total),
            LowestTotal = Cents(lowest?.Total ?? answer.TotalDuty),
            HighestTotal = Cents(answer.Outcome == DutyOutcome.Conditional ? answer.Highest?.Total : answer.TotalDuty),
            Currency = answer.Currency,
            EffectiveRatePercent = total is { } duty ? DecimalText.Print(Math.Round(duty / entry.CustomsValue * 100m, RatePlaces, MidpointRounding.AwayFromZero)) : "",
            Charges = { answer.Charges.Select(ToWire) },
            TotalCharges = Cents(charges),
            LandedCost = total is { } owed ? Cents(entry.CustomsValue + owed + charges) : "",
            NotEvaluated = { Left(answer, entry, schedule) },
            QuotaPortions = { answer.QuotaPortions.Select(QuotaStatusMapping.ToWire) },
            QuotaStandings = { answer.QuotaStandings.Select(QuotaStatusMapping.ToWire) },
            Breaches = { answer.Breaches.Select(QuotaStatusMapping.ToWire) },
        };
    }

    /// <summary>A measure by name, with what proves it.</summary>
    public static Wire.MeasureRef ToRef(Measure measure) => new()
    {
        Id = measure.Id.Value,
        Title = measure.Title,
        Authority = measure.Authority,
        Heading = measure.Heading,
        LegalBasis = measure.LegalBasis,
        Sources = { measure.SourceIds },
    };

    private static Wire.DutyLine ToWire(DutyLine line) => new()
    {
        Measure = ToRef(line.Measure),
        Expression = line.Duty,
        RatePercent = DecimalText.Print(line.RatePercent),
        Base = Cents(line.Base),
        Amount = Cents(line.Amount),
        Calculation = line.Calculation,
        DecidedBy = line.DecidedBy,
    };

    private static Wire.NotApplied ToWire(NotAppliedMeasure left) => new()
    {
        Measure = ToRef(left.Measure),
        Kind = left.Kind switch
        {
            NotAppliedKind.Date => Wire.NotAppliedKind.Date,
            NotAppliedKind.NotKnown => Wire.NotAppliedKind.Knowledge,
            NotAppliedKind.Status => Wire.NotAppliedKind.Status,
            NotAppliedKind.Scenario => Wire.NotAppliedKind.Scenario,
            NotAppliedKind.Condition => Wire.NotAppliedKind.Condition,
            NotAppliedKind.Goods => Wire.NotAppliedKind.Goods,
            NotAppliedKind.Precedence or NotAppliedKind.Replaced => Wire.NotAppliedKind.Precedence,
            NotAppliedKind.Stacking => Wire.NotAppliedKind.Stacking,
            _ => Wire.NotAppliedKind.NothingOwed,
        },
        Reason = left.Reason,
        DecidedById = left.DecidedById,
    };

    private static Wire.Assumption ToWire(DutyAssumption assumption) =>
        new() { Fact = assumption.Fact, Text = assumption.Text, MeasureIds = { assumption.MeasureIds } };

    private static Wire.MissingFact Missing(string fact, DutyAnswer answer) => new()
    {
        Fact = fact,
        MeasureIds =
        {
            answer.Undecided.Select(line => line.Measure).Where(measure => Reads(measure, fact)).Select(measure => measure.Id)
                .Concat(QuotaAnswers.Readers(answer, fact)).Select(id => id.Value).Distinct().Order(StringComparer.Ordinal),
        },
        Text = $"the entry does not state {fact}, and the duty turns on it",
    };

    private static bool Reads(Measure measure, string fact) =>
        measure.Base.FactName == fact || measure.Conditions.Any(condition => condition.AnyOf.Any(test => test.Fact == fact));

    private static IEnumerable<string> Left(DutyAnswer answer, Entry entry, CompiledSchedule schedule)
    {
        foreach (var left in answer.NotEvaluated)
            yield return $"{left.SubjectId}: {left.Reason}";
        if (answer.MayBeProhibited)
            yield return "with some values of the missing facts the entry is prohibited";
        foreach (var fact in answer.MissingChargeFacts)
            yield return $"the entry does not state {fact}, and fees or taxes turn on it; they are left out";
        foreach (var control in answer.ExportControls)
            yield return $"{control.Id}: {control.Title} restricts the export; whether this consignment is licensed is not evaluated";
        foreach (var fact in entry.Facts.Keys.Where(name => !IsRead(name, schedule)).Order(StringComparer.Ordinal))
            yield return $"no measure in the data reads the fact {fact}";
    }

    private static bool IsRead(string name, CompiledSchedule schedule) =>
        schedule.FactKinds.ContainsKey(name) || FactRules.Of(name) is not null;

    private static string Cents(decimal? amount) => amount is { } value ? DecimalText.PrintCents(value) : "";
}
