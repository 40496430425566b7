namespace GeoGraph.Tariffs;

/// <summary>Settles all cases of one entry and writes the answer.</summary>
internal sealed class AnswerWriter(Slice slice, Reading reading, Settlement settlement, Entry entry, AnswerDetail detail)
{
    private readonly Cases _cases = new(slice.Candidates, reading.Open, settlement.Context.Facts, entry);
    private readonly bool[] _applies = new bool[settlement.Candidates.Length];

    /// <summary>The answer.</summary>
    public DutyAnswer Write()
    {
        var tally = new CaseTally(_cases, settlement, _applies);
        if (tally.LacksOrdinary)
            throw OrdinaryCover.Missing(entry, slice.Candidates);
        var answer = tally.AllProhibited ? Prohibited() : Owed(tally);
        return answer with { NotEvaluated = slice.NotEvaluated, ExportControls = slice.Controls };
    }

    private void Settle(int number)
    {
        _cases.SetUp(number, _applies);
        settlement.Settle(_applies);
    }

    private DutyAnswer Prohibited()
    {
        Settle(0);
        return OneCase.Prohibited(settlement, entry);
    }

    private DutyAnswer Owed(CaseTally tally)
    {
        var assumptions = detail == AnswerDetail.Whole ? AssumptionsOf(tally) : [];
        var missing = tally.NamesThatMatter();
        var undecided = Undecided(tally);
        Settle(tally.Highest);
        var highest = new DutyBound(tally.HighestTotal, Lines(IsDuty), _cases.Describe(tally.Highest));
        Settle(tally.Lowest);
        var lowest = new DutyBound(tally.LowestTotal, Lines(IsDuty), _cases.Describe(tally.Lowest));
        var isDetermined = missing.Count == 0 && tally.Quantities.Count == 0;
        var charges = Lines(place => IsCharge(place) && tally.IsCertain(place));
        return new DutyAnswer
        {
            Outcome = isDetermined ? DutyOutcome.Determined : DutyOutcome.Conditional,
            Currency = entry.Currency,
            Lines = isDetermined ? lowest.Lines : Lines(place => IsDuty(place) && tally.IsCertain(place)),
            TotalDuty = isDetermined ? tally.LowestTotal : null,
            Lowest = lowest,
            Highest = tally.Quantities.Count == 0 ? highest : null,
            Undecided = isDetermined ? [] : undecided.FindAll(line => !line.Measure.Type.IsCharge()),
            MissingFacts = [.. missing, .. tally.Quantities],
            MayBeProhibited = tally.Prohibited > 0,
            NotApplied = detail == AnswerDetail.Whole ? NotApplied(tally) : [],
            Assumptions = assumptions,
            Charges = charges,
            TotalCharges = charges.Sum(line => line.Amount),
            UndecidedCharges = undecided.FindAll(line => line.Measure.Type.IsCharge()),
            MissingChargeFacts = tally.NamesThatMatterForCharges(),
        };
    }

    private IReadOnlyList<DutyAssumption> AssumptionsOf(CaseTally tally)
    {
        var assumptions = new Assumptions(reading, settlement, entry);
        foreach (var number in new[] { tally.Lowest, tally.Highest }.Distinct())
        {
            Settle(number);
            assumptions.Try(number, _applies, _cases.Completion);
        }
        return [.. assumptions.InWords().Concat(Indifferent(tally)).OrderBy(assumption => assumption.Fact, StringComparer.Ordinal)];
    }

    // What is left open and yet changes nothing that is owed.
    private IEnumerable<DutyAssumption> Indifferent(CaseTally tally)
    {
        var measures = Enumerable.Range(0, settlement.Candidates.Length).Where(place => tally.IsCharged(place) && !tally.IsCertain(place))
            .Select(place => settlement.Candidates[place].Measure.Id.Value).ToArray();
        return tally.NamesThatOnlyTell().Select(name => new DutyAssumption(name, measures,
            $"{(name == FactNames.Code ? "the code is not given to its last digit" : $"{name} is not stated")}: whichever it is, the same is owed, under {string.Join(" or ", measures)}"));
    }

    private List<DutyLine> Lines(Predicate<int> takes) => LineWriter.Lines(settlement, takes);

    private bool IsDuty(int place) => !IsCharge(place) && settlement.Candidates[place].Measure.Type != MeasureType.Prohibition;

    private bool IsCharge(int place) => settlement.Candidates[place].Measure.Type.IsCharge();

    // Each at its greatest amount, from the case in which it owes that.
    private List<DutyLine> Undecided(CaseTally tally)
    {
        var lines = new List<DutyLine>();
        for (var i = 0; i < settlement.Candidates.Length; i++)
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
        for (var i = 0; i < settlement.Candidates.Length; i++)
        {
            var candidate = settlement.Candidates[i];
            if (!tally.IsCharged(i) && candidate.Measure.Type != MeasureType.Prohibition)
                reasons.Add(LineWriter.Reason(settlement.Candidates, settlement.Standings[i], i, Verdicts.Failed(candidate.Compiled, settlement.Context.Facts, reading.Open)));
        }
        reasons.AddRange(reading.Barred);
        reasons.Sort(static (left, right) => left.Measure.Id.CompareTo(right.Measure.Id));
        return reasons;
    }
}
