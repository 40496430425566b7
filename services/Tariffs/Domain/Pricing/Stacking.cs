namespace GeoGraph.Tariffs;

/// <summary>Applies one stacking rule to the candidates of a case that still stand.</summary>
internal static class Stacking
{
    /// <summary>Applies a rule.</summary>
    public static void Apply(StackingRule rule, Settlement settlement)
    {
        if (rule.Kind == StackingKind.HighestOnly)
        {
            KeepHighest(rule, settlement);
            return;
        }
        for (var i = 0; i < settlement.Candidates.Count; i++)
        {
            if (!Stands(settlement, i) || !rule.IsFirst(settlement.Candidates[i].Measure))
                continue;
            if (rule.Kind == StackingKind.InLieu || settlement.IsOwed(i))
                Meet(rule, settlement, i);
        }
    }

    private static void Meet(StackingRule rule, Settlement settlement, int first)
    {
        for (var i = 0; i < settlement.Candidates.Count; i++)
        {
            if (i == first || !Stands(settlement, i))
                continue;
            var measure = settlement.Candidates[i].Measure;
            var isSecond = rule.IsSecond(measure);
            if (rule.Kind == StackingKind.SplitsContent)
            {
                if (isSecond || (measure.Base.Kind == DutyBaseKind.RemainingValue && !rule.IsFirst(measure)))
                    settlement.Bases.SplitOff(i, settlement.Bases.ContentOf(first), rule);
            }
            else if (isSecond)
            {
                settlement.Standings[i] = Standing.Out(NotAppliedKind.Stacking, first, rule);
            }
        }
    }

    // Of equals the first in order of id stays.
    private static void KeepHighest(StackingRule rule, Settlement settlement)
    {
        var best = -1;
        var most = 0m;
        for (var i = 0; i < settlement.Candidates.Count; i++)
        {
            if (!Stands(settlement, i) || !rule.IsFirst(settlement.Candidates[i].Measure))
                continue;
            var owed = settlement.Owed(i);
            if (best < 0 || owed > most)
                (best, most) = (i, owed);
        }
        for (var i = 0; i < settlement.Candidates.Count; i++)
        {
            if (i != best && Stands(settlement, i) && rule.IsFirst(settlement.Candidates[i].Measure))
                settlement.Standings[i] = Standing.Out(NotAppliedKind.Stacking, best, rule);
        }
    }

    // Fees and taxes come after duty, so that no rule about duties meets them.
    private static bool Stands(Settlement settlement, int place) =>
        settlement.Standings[place].Applies && settlement.Candidates[place].Compiled.Duty is not null && !settlement.Candidates[place].Measure.Type.IsCharge();
}
