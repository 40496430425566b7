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
        var third = First(settlement, settlement.Plan.ThirdCountry);
        var chosen = First(settlement, settlement.Plan.Penal);
        if (chosen < 0)
        {
            Set(settlement, third);
            chosen = Lowest(settlement, settlement.Plan.Preferences);
            chosen = chosen < 0 ? third : chosen;
            var suspension = Lowest(settlement, settlement.Plan.Suspensions);
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
        return candidate.Compiled.Duty is DutyExpression.Cap or DutyExpression.MostFavoured ? Superseded(settlement, place) : 0m;
    }

    // The duty that a cap limits: what the next highest precedence of its authority would charge on the same base, which may be a cap in its turn.
    private static decimal Superseded(Settlement settlement, int place)
    {
        var (candidates, cap, context) = (settlement.Candidates, settlement.Candidates[place].Measure, settlement.Context);
        var next = int.MinValue;
        var sum = 0m;
        for (var i = 0; i < candidates.Length; i++)
        {
            var other = candidates[i];
            if (settlement.Standings[i].Kind != NotAppliedKind.Precedence || settlement.Standings[i].Applies || other.Measure.Authority != cap.Authority
                || other.Measure.Precedence >= cap.Precedence || other.Measure.Precedence < next || other.Compiled.Duty is null)
            {
                continue;
            }
            sum = other.Measure.Precedence > next ? 0m : sum;
            next = other.Measure.Precedence;
            context.Replaced = Replaced(settlement, i);
            context.Followed = other.Rivals?.Lowest(context);
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

    private static int First(Settlement settlement, int[] places)
    {
        foreach (var place in places)
        {
            if (settlement.Standings[place].Applies)
                return place;
        }
        return -1;
    }

    private static int Lowest(Settlement settlement, int[] places)
    {
        var best = -1;
        foreach (var place in places)
        {
            if (!settlement.Standings[place].Applies)
                continue;
            settlement.Amounts[place] = settlement.Owed(place);
            if (best < 0 || settlement.Amounts[place] < settlement.Amounts[best])
                best = place;
        }
        return best;
    }

    private static void PutOthersOut(Settlement settlement, int chosen)
    {
        foreach (var place in settlement.Plan.Ordinary)
        {
            if (place != chosen && settlement.Standings[place].Applies)
                settlement.Standings[place] = Standing.Out(NotAppliedKind.Replaced, chosen);
        }
    }
}
