using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>Prices entries against a schedule. Pure and safe for any number of threads at once.</summary>
internal sealed class DutyCalculator
{
    // What is beyond it, as an amount or in times the customs value, could no longer be told exactly.
    private const decimal MostDuty = 100_000_000_000_000_000_000m;
    private readonly CompiledSchedule _schedule;

    /// <summary>Prices against this schedule.</summary>
    public DutyCalculator(CompiledSchedule schedule) => _schedule = schedule;

    /// <summary>What an entry owes, and why.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="question">In which view of the law.</param>
    /// <param name="detail">How much of the answer is wanted.</param>
    /// <exception cref="GeoGraphException">
    /// <see cref="ErrorReason.InvalidRequest"/>: the entry breaks rules, all of which are named; or its code is too short.
    /// <see cref="ErrorReason.DataMissing"/>: no ordinary duty covers the code, or an exchange rate is missing.
    /// </exception>
    public DutyAnswer Calculate(Entry entry, DutyQuestion question, AnswerDetail detail = AnswerDetail.Whole)
    {
        var key = SliceKey.Of(entry, question);
        var slice = _schedule.Slices.Find(key);
        var violations = new Violations();
        var quantities = EntryRules.Check(entry, _schedule, violations, codeIsKnown: slice is not null);
        violations.ThrowIfAny();
        slice ??= _schedule.Slices.Add(key, SliceBuilder.Build(_schedule, entry, question));
        try
        {
            var answer = Price(slice, entry, question, quantities, detail);
            return IsTooMuch(answer, entry) ? throw TooMuch(entry) : WithEndedDeals(answer, slice, entry, question, quantities, detail);
        }
        catch (OverflowException)
        {
            throw TooMuch(entry);
        }
    }

    private DutyAnswer WithEndedDeals(DutyAnswer answer, Slice slice, Entry entry, DutyQuestion question, QuantityTable quantities, AnswerDetail detail)
    {
        if (_schedule.EndedDeals is not { } deals || deals.Lost(entry, question) is not { Count: > 0 } lost)
            return answer;
        return deals.Told(answer, detail == AnswerDetail.Whole ? answer : Price(slice, entry, question, quantities, AnswerDetail.Whole), lost);
    }

    private static bool IsTooMuch(DutyAnswer answer, Entry entry)
    {
        var total = answer.TotalDuty ?? answer.Lowest?.Total ?? 0m;
        return total > MostDuty || answer.Highest?.Total > MostDuty || total / entry.CustomsValue > MostDuty;
    }

    private static GeoGraphException TooMuch(Entry entry)
    {
        var violations = new Violations();
        violations.Add("customs_value", DecimalText.Print(entry.CustomsValue), $"value, quantities and duties together come to more than is computed exactly, {DecimalText.Print(MostDuty)}");
        return GeoGraphException.Invalid(violations.Found);
    }

    private DutyAnswer Price(Slice slice, Entry entry, DutyQuestion question, QuantityTable quantities, AnswerDetail detail)
    {
        var answer = slice.Candidates.Limited.Count > 0 && DrawsOf(slice, entry, question, quantities) is { IsEmpty: false } draws
            ? new QuotaPricing(draws, part => PricePart(part, question, detail)).Price(entry)
            : Price(slice, entry, quantities, detail);
        if (slice.Candidates.Bounds.Count == 0)
            return answer;
        var lines = detail == AnswerDetail.Totals ? Price(slice, entry, question, quantities, AnswerDetail.Lines) : answer;
        return answer with { Breaches = BoundRates.Breaches(slice.Candidates.Bounds, lines, ContextOf(entry, quantities)) };
    }

    private QuotaDraws DrawsOf(Slice slice, Entry entry, DutyQuestion question, QuantityTable quantities)
    {
        var facts = new FactSet(entry);
        var measures = slice.Candidates.Limited.Where(candidate => Verdicts.Of(candidate.Compiled, facts, Verdicts.NoneOpen) != Truth.False);
        return QuotaDraws.Of(_schedule, entry, question, quantities, measures.Select(candidate => candidate.Measure));
    }

    private DutyAnswer PricePart(Entry part, DutyQuestion question, AnswerDetail detail)
    {
        var key = SliceKey.Of(part, question);
        var slice = _schedule.Slices.Find(key) ?? _schedule.Slices.Add(key, SliceBuilder.Build(_schedule, part, question));
        return Price(slice, part, QuantityTable.Read(part.Quantities, new Violations()), detail);
    }

    private DutyContext ContextOf(Entry entry, QuantityTable quantities) => new()
    {
        FullValue = entry.CustomsValue,
        Currency = entry.Currency,
        EntryDate = entry.EntryDate,
        Quantities = quantities,
        Facts = new FactSet(entry),
        Exchange = _schedule.Exchange,
        DutyInAll = entry.Part?.DutyInAll,
    };

    private DutyAnswer Price(Slice slice, Entry entry, QuantityTable quantities, AnswerDetail detail)
    {
        var context = ContextOf(entry, quantities);
        var settlement = slice.Rent().For(context);
        var reading = slice.Read(entry, context.Facts);
        var answer = reading.IsOneCase
            ? new OneCase(slice, reading, settlement, entry, detail).Write()
            : new AnswerWriter(slice, reading, settlement, entry, detail).Write();
        slice.Return(settlement);
        return answer;
    }
}
