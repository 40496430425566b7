using System.Runtime.CompilerServices;
using GeoGraph.Core;
using Google.Protobuf.Collections;
using Wire = GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Tariffs.Mapping;

/// <summary>Answers to the contract.</summary>
internal static class AnswerMapping
{
    private const int RatePlaces = 4;

    private static readonly ConditionalWeakTable<Measure, Wire.MeasureRef> Refs = [];

    /// <summary>What an entry pays, with its proof.</summary>
    /// <param name="answer">The answer, with as much detail as is wanted.</param>
    /// <param name="entryId">The entry's id, which the result carries.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="schedule">The schedule that it was priced against.</param>
    /// <param name="detail">How much is written.</param>
    public static Wire.DutyResult ToWire(DutyAnswer answer, string entryId, Entry entry, CompiledSchedule schedule, AnswerDetail detail = AnswerDetail.Whole)
    {
        var lowest = answer.Lowest;
        var total = answer.TotalDuty ?? lowest?.Total;
        var isConditional = answer.Outcome == DutyOutcome.Conditional;
        var result = new Wire.DutyResult
        {
            EntryId = entryId,
            Outcome = (Wire.Outcome)(answer.Outcome + 1),
            TotalDuty = Cents(total),
            LowestTotal = Cents(lowest?.Total ?? answer.TotalDuty),
            HighestTotal = Cents(isConditional ? answer.Highest?.Total : answer.TotalDuty),
            Currency = answer.Currency,
            EffectiveRatePercent = total is { } duty ? DecimalText.Print(Math.Round(duty / entry.CustomsValue * 100m, RatePlaces, MidpointRounding.AwayFromZero)) : "",
            TotalCharges = Cents(answer.TotalCharges),
            LandedCost = total is { } owed ? Cents(entry.CustomsValue + owed + answer.TotalCharges) : "",
        };
        foreach (var fact in answer.MissingFacts)
            result.MissingFacts.Add(Missing(fact, answer));
        result.NotEvaluated.AddRange(Left(answer, entry, schedule));
        result.QuotaPortions.AddRange(answer.QuotaPortions.Select(QuotaStatusMapping.ToWire));
        result.QuotaStandings.AddRange(answer.QuotaStandings.Select(QuotaStatusMapping.ToWire));
        result.Breaches.AddRange(answer.Breaches.Select(QuotaStatusMapping.ToWire));
        if (detail != AnswerDetail.Totals)
        {
            AddLines(result.Lines, isConditional && lowest is not null ? lowest.Lines : answer.Lines);
            AddLines(result.HighestLines, isConditional ? answer.Highest?.Lines ?? [] : []);
            AddLines(result.Charges, answer.Charges);
        }
        if (detail == AnswerDetail.Whole)
            AddRest(result, answer);
        return result;
    }

    /// <summary>A measure by name, with what proves it; one message for all answers, not to be changed.</summary>
    public static Wire.MeasureRef ToRef(Measure measure) => Refs.GetValue(measure, static measure => new()
    {
        Id = measure.Id.Value,
        Title = measure.Title,
        Authority = measure.Authority,
        Heading = measure.Heading,
        LegalBasis = measure.LegalBasis,
        Sources = { measure.SourceIds },
    });

    // What many answers share is written once, and the messages are theirs together.
    private static void AddRest(Wire.DutyResult result, DutyAnswer answer)
    {
        if (answer.Remainder is { } shared && ReferenceEquals(shared.NotApplied, answer.NotApplied) && ReferenceEquals(shared.Assumptions, answer.Assumptions))
        {
            var written = (WrittenRest)(shared.Written ??= Write(answer));
            result.NotApplied.AddRange(written.NotApplied);
            result.Assumptions.AddRange(written.Assumptions);
            return;
        }
        result.NotApplied.AddRange(answer.NotApplied.Select(ToWire));
        result.Assumptions.AddRange(answer.Assumptions.Select(ToWire));
    }

    private static WrittenRest Write(DutyAnswer answer) => new([.. answer.NotApplied.Select(ToWire)], [.. answer.Assumptions.Select(ToWire)]);

    private static void AddLines(RepeatedField<Wire.DutyLine> written, IReadOnlyList<DutyLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
            written.Add(ToWire(lines[i]));
    }

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
        if (entry.Facts.Count == 0)
            yield break;
        foreach (var fact in entry.Facts.Keys.Where(name => !IsRead(name, schedule)).Order(StringComparer.Ordinal))
            yield return $"no measure in the data reads the fact {fact}";
    }

    private static bool IsRead(string name, CompiledSchedule schedule) =>
        schedule.FactKinds.ContainsKey(name) || FactRules.Of(name) is not null;

    private static string Cents(decimal? amount) => amount is { } value ? DecimalText.PrintCents(value) : "";

    private sealed record WrittenRest(Wire.NotApplied[] NotApplied, Wire.Assumption[] Assumptions);
}
