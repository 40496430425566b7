namespace GeoGraph.Tariffs;

/// <summary>Settles all cases of one entry and writes the answer.</summary>
internal sealed class AnswerWriter(
    CompiledSchedule schedule, Entry entry, DutyQuestion question, Candidates candidates, Settlement settlement, Cases cases, SortedSet<string> open)
{
    private readonly bool[] _applies = new bool[candidates.Live.Count];

    /// <summary>The answer.</summary>
    public DutyAnswer Write()
    {
        var tally = new CaseTally(cases, settlement, _applies);
        if (tally.LacksOrdinary)
            throw OrdinaryCover.Missing(entry, candidates);
        var answer = tally.AllProhibited ? Prohibited() : Owed(tally);
        return answer with { NotEvaluated = NotEvaluatedParts(), ExportControls = [.. candidates.Controls.Select(candidate => candidate.Measure)] };
    }

    private void Settle(int number)
    {
        cases.SetUp(number, _applies);
        settlement.Settle(_applies);
    }

    private DutyAnswer Prohibited()
    {
        Settle(0);
        var prohibitions = candidates.Live.Where((candidate, i) => settlement.Standings[i].Applies && candidate.Measure.Type == MeasureType.Prohibition);
        return new DutyAnswer { Outcome = DutyOutcome.Prohibited, Currency = entry.Currency, Lines = [], Prohibitions = [.. prohibitions.Select(candidate => candidate.Measure)] };
    }

    private DutyAnswer Owed(CaseTally tally)
    {
        var assumptions = new Assumptions(candidates.Live, cases, settlement, open, entry).Of(tally.Lowest, tally.Highest);
        var missing = tally.NamesThatMatter();
        var undecided = Undecided(tally);
        Settle(tally.Highest);
        var highest = new DutyBound(tally.HighestTotal, Lines(IsDuty), cases.Describe(tally.Highest));
        Settle(tally.Lowest);
        var quantities = settlement.Context.MissingQuantities.Select(name => FactNames.Quantities + name).ToArray();
        var lowest = new DutyBound(tally.LowestTotal, Lines(IsDuty), cases.Describe(tally.Lowest));
        var isDetermined = missing.Count == 0 && quantities.Length == 0;
        return new DutyAnswer
        {
            Outcome = isDetermined ? DutyOutcome.Determined : DutyOutcome.Conditional,
            Currency = entry.Currency,
            Lines = isDetermined ? lowest.Lines : Lines(place => IsDuty(place) && tally.IsCertain(place)),
            TotalDuty = isDetermined ? tally.LowestTotal : null,
            Lowest = lowest,
            Highest = quantities.Length == 0 ? highest : null,
            Undecided = isDetermined ? [] : undecided.FindAll(line => !line.Measure.Type.IsCharge()),
            MissingFacts = [.. missing, .. quantities],
            MayBeProhibited = tally.Prohibited > 0,
            NotApplied = NotApplied(tally),
            Charges = Lines(place => IsCharge(place) && tally.IsCertain(place)),
            UndecidedCharges = undecided.FindAll(line => line.Measure.Type.IsCharge()),
            MissingChargeFacts = tally.NamesThatMatterForCharges(),
            Assumptions = assumptions,
        };
    }

    private List<DutyLine> Lines(Predicate<int> takes) => LineWriter.Lines(settlement, takes);

    private bool IsDuty(int place) => !IsCharge(place) && candidates.Live[place].Measure.Type != MeasureType.Prohibition;

    private bool IsCharge(int place) => candidates.Live[place].Measure.Type.IsCharge();

    // Each at its greatest amount, from the case in which it owes that.
    private List<DutyLine> Undecided(CaseTally tally)
    {
        var lines = new List<DutyLine>();
        for (var i = 0; i < candidates.Live.Count; i++)
        {
            if (!tally.IsCharged(i) || tally.IsCertain(i))
                continue;
            Settle(tally.GreatestIn[i]);
            lines.Add(LineWriter.Line(settlement, i));
        }
        return lines;
    }

    private List<NotAppliedMeasure> NotApplied(CaseTally tally)
    {
        var reasons = new List<NotAppliedMeasure>();
        for (var i = 0; i < candidates.Live.Count; i++)
        {
            if (!tally.IsCharged(i) && candidates.Live[i].Measure.Type != MeasureType.Prohibition)
                reasons.Add(LineWriter.Reason(settlement, i, FailedCondition(candidates.Live[i])));
        }
        reasons.AddRange(NearestInTime.Of(candidates, settlement.Context.Facts));
        reasons.Sort(static (left, right) => left.Measure.Id.CompareTo(right.Measure.Id));
        return reasons;
    }

    private Verdict FailedCondition(Candidate candidate)
    {
        foreach (var condition in candidate.Compiled.Conditions)
        {
            if (Verdicts.Of(condition, settlement.Context.Facts, open) != Truth.True)
                return new Verdict(false, condition.Reason);
        }
        return new Verdict(true, "");
    }

    private List<NotEvaluated> NotEvaluatedParts()
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
