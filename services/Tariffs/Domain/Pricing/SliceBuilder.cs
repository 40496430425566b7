namespace GeoGraph.Tariffs;

/// <summary>Finds out what does not depend on facts, value and quantities of an entry.</summary>
internal static class SliceBuilder
{
    /// <summary>The slice of an entry whose code was checked.</summary>
    /// <exception cref="Core.GeoGraphException"><see cref="Core.ErrorReason.InvalidRequest"/>: the code is too short.</exception>
    public static Slice Build(CompiledSchedule schedule, Entry entry, DutyQuestion question)
    {
        var candidates = new CandidateFinder(schedule, entry, question).Find();
        entry.Part?.ShutOutOf(candidates);
        candidates.Limited.AddRange(candidates.Live.Where(candidate => schedule.Quotas.Within(candidate.Measure.Id).Count > 0));
        Rivals.Attach(schedule, entry, question, candidates);
        OrdinaryCover.FindImporters(schedule, entry, candidates);
        OrdinaryCover.Check(entry, candidates);
        return new Slice(candidates, RulesFor(schedule, entry, question), NotEvaluatedParts(schedule, entry, question, candidates));
    }

    /// <summary>The stacking rules of an entry's importer and date, in the order in which they are applied.</summary>
    public static StackingRule[] RulesFor(CompiledSchedule schedule, Entry entry, DutyQuestion question)
    {
        var rules = new List<StackingRule>();
        foreach (var imposer in schedule.Memberships.GroupsOf(entry.Importer, entry.EntryDate))
        {
            foreach (var rule in schedule.Rules.GetValueOrDefault(imposer) ?? [])
            {
                if (rule.Effective.Contains(entry.EntryDate) && Visibility.Sees(rule.Known, null, question.KnownAt))
                    rules.Add(rule);
            }
        }
        rules.Sort(static (left, right) => left.Order != right.Order ? left.Order.CompareTo(right.Order) : left.Id.CompareTo(right.Id));
        return [.. rules];
    }

    private static List<NotEvaluated> NotEvaluatedParts(CompiledSchedule schedule, Entry entry, DutyQuestion question, Candidates candidates)
    {
        var parts = candidates.Refused.ConvertAll(candidate => new NotEvaluated(candidate.Measure.Id.Value, candidate.Compiled.Refusal!));
        var importers = schedule.Memberships.GroupsOf(entry.Importer, entry.EntryDate);
        foreach (var (rule, reason) in schedule.RefusedRules)
        {
            if (importers.Contains(rule.ImposedById) && rule.Effective.Contains(entry.EntryDate) && Visibility.Sees(rule.Known, null, question.KnownAt))
                parts.Add(new NotEvaluated(rule.Id.Value, reason));
        }
        parts.AddRange(NomenclatureRules.Remarks(entry, schedule));
        return parts;
    }
}
