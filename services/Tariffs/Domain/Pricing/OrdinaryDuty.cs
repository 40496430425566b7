namespace GeoGraph.Tariffs;

/// <summary>
/// Chooses the one ordinary duty of a case: the penal duty where it applies; else a preference, the lowest of several; else
/// the third-country duty; and a suspension in their place where it is lower.
/// </summary>
internal static class OrdinaryDuty
{
    /// <summary>Place of the ordinary duty, or -1 where none applies; the others of its kind are out, each with what took its place.</summary>
    public static int Choose(Settlement settlement)
    {
        var third = Narrowest(settlement, MeasureType.ThirdCountryDuty);
        var chosen = Narrowest(settlement, MeasureType.PenalDuty);
        if (chosen < 0)
        {
            Set(settlement, third);
            chosen = Lowest(settlement, MeasureType.TariffPreference);
            chosen = chosen < 0 ? third : chosen;
            var suspension = Lowest(settlement, MeasureType.Suspension);
            if (suspension >= 0 && (chosen < 0 || settlement.Amounts[suspension] < settlement.Amounts[chosen]))
                chosen = suspension;
        }
        else
        {
            Set(settlement, chosen);
        }
        PutOthersOut(settlement, chosen);
        return chosen;
    }

    /// <summary>
    /// What a measure stands in place of, not rounded: for an ordinary duty the third-country duty; for another the duty of the
    /// measures of its own authority that it supersedes. The ordinary duty itself has its own line, so it is 0 here.
    /// </summary>
    public static decimal Replaced(Settlement settlement, int place)
    {
        var candidate = settlement.Candidates[place];
        if (candidate.Measure.Type.IsOrdinary())
            return candidate.Measure.Type is MeasureType.ThirdCountryDuty or MeasureType.PenalDuty ? 0m : settlement.Third;
        return candidate.Compiled.Duty is DutyExpression.Cap ? Superseded(settlement, place) : 0m;
    }

    // The duty that a cap limits: what the next highest precedence of its authority would charge on the same base.
    private static decimal Superseded(Settlement settlement, int place)
    {
        var (candidates, cap, context) = (settlement.Candidates, settlement.Candidates[place].Measure, settlement.Context);
        var next = int.MinValue;
        var sum = 0m;
        for (var i = 0; i < candidates.Count; i++)
        {
            var other = candidates[i];
            if (settlement.Standings[i].Kind != NotAppliedKind.Precedence || settlement.Standings[i].Applies || other.Measure.Authority != cap.Authority
                || other.Measure.Precedence >= cap.Precedence || other.Measure.Precedence < next || other.Compiled.Duty is null)
            {
                continue;
            }
            sum = other.Measure.Precedence > next ? 0m : sum;
            next = other.Measure.Precedence;
            context.Replaced = 0m;
            sum += DutyEvaluator.Amount(other.Compiled.Duty, context);
        }
        return sum;
    }

    private static void Set(Settlement settlement, int place)
    {
        if (place < 0)
            return;
        settlement.Third = 0m;
        settlement.Amounts[place] = settlement.Owed(place);
        settlement.Third = settlement.Amounts[place];
    }

    // Most specific goods win, then the one that began last, then the last id.
    private static int Narrowest(Settlement settlement, MeasureType type)
    {
        var best = -1;
        for (var i = 0; i < settlement.Candidates.Count; i++)
        {
            if (settlement.Standings[i].Applies && settlement.Candidates[i].Measure.Type == type && (best < 0 || Beats(settlement.Candidates[i], settlement.Candidates[best])))
                best = i;
        }
        return best;
    }

    private static bool Beats(Candidate left, Candidate right)
    {
        var byWidth = right.Width.CompareTo(left.Width);
        var byStart = (left.Measure.Effective.From ?? DateOnly.MinValue).CompareTo(right.Measure.Effective.From ?? DateOnly.MinValue);
        return byWidth != 0 ? byWidth > 0 : byStart != 0 ? byStart > 0 : left.Compiled.Number > right.Compiled.Number;
    }

    private static int Lowest(Settlement settlement, MeasureType type)
    {
        var best = -1;
        for (var i = 0; i < settlement.Candidates.Count; i++)
        {
            if (!settlement.Standings[i].Applies || settlement.Candidates[i].Measure.Type != type)
                continue;
            settlement.Amounts[i] = settlement.Owed(i);
            if (best < 0 || settlement.Amounts[i] < settlement.Amounts[best])
                best = i;
        }
        return best;
    }

    private static void PutOthersOut(Settlement settlement, int chosen)
    {
        for (var i = 0; i < settlement.Candidates.Count; i++)
        {
            if (i != chosen && settlement.Standings[i].Applies && settlement.Candidates[i].Measure.Type.IsOrdinary())
                settlement.Standings[i] = Standing.Out(NotAppliedKind.Replaced, chosen);
        }
    }
}
