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
    /// <exception cref="GeoGraphException">
    /// <see cref="ErrorReason.InvalidRequest"/>: the entry breaks rules, all of which are named; or its code is too short.
    /// <see cref="ErrorReason.DataMissing"/>: no ordinary duty covers the code, or an exchange rate is missing.
    /// </exception>
    public DutyAnswer Calculate(Entry entry, DutyQuestion question)
    {
        var violations = new Violations();
        var quantities = EntryRules.Check(entry, _schedule, violations);
        violations.ThrowIfAny();
        var candidates = new CandidateFinder(_schedule, entry, question).Find();
        OrdinaryCover.Check(entry, candidates);
        var facts = new FactSet(entry);
        var open = Verdicts.Decide(candidates.Live, facts);
        var context = new DutyContext
        {
            FullValue = entry.CustomsValue,
            Currency = entry.Currency,
            EntryDate = entry.EntryDate,
            Quantities = quantities,
            Facts = facts,
            Exchange = _schedule.Exchange,
        };
        var settlement = new Settlement(candidates.Live, RulesFor(entry, question), context);
        var cases = new Cases(candidates, open, facts, entry);
        return new AnswerWriter(_schedule, entry, question, candidates, settlement, cases, open).Write();
    }

    private StackingRule[] RulesFor(Entry entry, DutyQuestion question)
    {
        var rules = new List<StackingRule>();
        foreach (var imposer in _schedule.Memberships.GroupsOf(entry.Importer, entry.EntryDate))
        {
            foreach (var rule in _schedule.Rules.GetValueOrDefault(imposer) ?? [])
            {
                if (rule.Effective.Contains(entry.EntryDate) && Visibility.Sees(rule.Known, null, question.KnownAt))
                    rules.Add(rule);
            }
        }
        rules.Sort(static (left, right) => left.Order != right.Order ? left.Order.CompareTo(right.Order) : left.Id.CompareTo(right.Id));
        return [.. rules];
    }
}
