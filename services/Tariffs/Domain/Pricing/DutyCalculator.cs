using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>Prices entries against a schedule. Pure and safe for any number of threads at once.</summary>
internal sealed class DutyCalculator
{
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
        return Price(slice, entry, quantities, detail);
    }

    private DutyAnswer Price(Slice slice, Entry entry, QuantityTable quantities, AnswerDetail detail)
    {
        var context = new DutyContext
        {
            FullValue = entry.CustomsValue,
            Currency = entry.Currency,
            EntryDate = entry.EntryDate,
            Quantities = quantities,
            Facts = new FactSet(entry),
            Exchange = _schedule.Exchange,
        };
        var settlement = slice.Rent().For(context);
        var reading = slice.Read(entry, context.Facts);
        var answer = reading.IsOneCase
            ? new OneCase(slice, reading, settlement, entry, detail).Write()
            : new AnswerWriter(slice, reading, settlement, entry, detail).Write();
        slice.Return(settlement);
        return answer;
    }
}
