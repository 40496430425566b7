namespace GeoGraph.Tariffs;

/// <summary>Writes the answer for an entry whose stated facts decide everything, so that it is settled once.</summary>
internal sealed class OneCase(Slice slice, Reading reading, Settlement settlement, Entry entry, AnswerDetail detail)
{
    private static readonly Dictionary<string, string> NoFacts = [];

    /// <summary>The answer.</summary>
    public DutyAnswer Write()
    {
        settlement.Settle(reading.Applies);
        if (settlement.Prohibited)
            return Prohibited(settlement, entry) with { NotEvaluated = slice.NotEvaluated, ExportControls = slice.Controls };
        if (settlement.Ordinary < 0)
            throw OrdinaryCover.Missing(entry, slice.Candidates);
        var quantities = Quantities(settlement);
        var isDetermined = quantities.Length == 0;
        var lowest = new DutyBound(settlement.Total, Lines(settlement.Plan.Duties.Length, charges: false), NoFacts);
        var charges = Lines(settlement.Plan.Charges.Length, charges: true);
        var totals = (settlement.Total, settlement.TotalCharges);
        var rest = detail == AnswerDetail.Whole ? Rest() : null;
        return new DutyAnswer
        {
            Outcome = isDetermined ? DutyOutcome.Determined : DutyOutcome.Conditional,
            Currency = entry.Currency,
            Lines = lowest.Lines,
            TotalDuty = isDetermined ? totals.Total : null,
            Lowest = lowest,
            Highest = isDetermined ? lowest : null,
            MissingFacts = quantities,
            Charges = charges,
            TotalCharges = totals.TotalCharges,
            NotApplied = rest?.NotApplied ?? [],
            Assumptions = rest?.Assumptions ?? [],
            Remainder = rest,
            NotEvaluated = slice.NotEvaluated,
            ExportControls = slice.Controls,
        };
    }

    /// <summary>The answer for an entry that may not be made, as settled last.</summary>
    public static DutyAnswer Prohibited(Settlement settlement, Entry entry)
    {
        var prohibitions = settlement.Plan.Prohibitions.Where(place => settlement.Standings[place].Applies).Select(place => settlement.Candidates[place].Measure);
        return new DutyAnswer { Outcome = DutyOutcome.Prohibited, Currency = entry.Currency, Lines = [], Prohibitions = [.. prohibitions] };
    }

    /// <summary>The quantities that the case settled last lacks, as the entry would name them.</summary>
    public static string[] Quantities(Settlement settlement) =>
        settlement.Context.LacksQuantities ? [.. settlement.Context.MissingQuantities.Select(name => FactNames.Quantities + name)] : [];

    private IReadOnlyList<DutyLine> Lines(int most, bool charges)
    {
        if (most == 0 || detail == AnswerDetail.Totals)
            return [];
        var lines = new List<DutyLine>(4);
        foreach (var place in settlement.Plan.InOrderOfLines)
        {
            if (settlement.Standings[place].Applies && settlement.Candidates[place].Measure.Type.IsCharge() == charges)
                lines.Add(LineWriter.Line(settlement, place));
        }
        return lines;
    }

    // What turns is tried out last, as it settles other cases; what it came to is kept before.
    private Remainder Rest()
    {
        var assumptions = new Assumptions(reading, settlement, entry);
        assumptions.TryOne();
        var standings = settlement.Kept.Standings;
        return reading.Find(standings, settlement.Turned)
            ?? reading.Keep(new Remainder(standings, settlement.Turned, NotApplied(standings), assumptions.InWords()));
    }

    private List<NotAppliedMeasure> NotApplied(Standing[] standings)
    {
        var reasons = new List<NotAppliedMeasure>();
        for (var i = 0; i < standings.Length; i++)
        {
            if (!standings[i].Applies && settlement.Candidates[i].Measure.Type != MeasureType.Prohibition)
                reasons.Add(LineWriter.Reason(settlement.Candidates, standings[i], i, reading.Failed[i]));
        }
        reasons.AddRange(reading.Barred);
        reasons.Sort(static (left, right) => left.Measure.Id.CompareTo(right.Measure.Id));
        return reasons;
    }
}
