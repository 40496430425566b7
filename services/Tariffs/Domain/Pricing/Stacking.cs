namespace GeoGraph.Tariffs;

/// <summary>Applies one stacking rule to the candidates of a case that still stand.</summary>
internal static class Stacking
{
    /// <summary>Applies a rule.</summary>
    public static void Apply(PlannedRule planned, Settlement settlement)
    {
        if (planned.Rule.Kind == StackingKind.HighestOnly)
        {
            KeepHighest(planned, settlement);
            return;
        }
        foreach (var first in planned.First)
        {
            if (settlement.Standings[first].Applies && (planned.Rule.Kind == StackingKind.InLieu || settlement.IsOwed(first)))
                Meet(planned, settlement, first);
        }
    }

    private static void Meet(PlannedRule planned, Settlement settlement, int first)
    {
        foreach (var second in planned.Second)
        {
            if (second == first || !settlement.Standings[second].Applies)
                continue;
            if (planned.Rule.Kind == StackingKind.SplitsContent)
                settlement.Bases.SplitOff(second, settlement.Bases.ContentOf(first), planned.Rule);
            else
                settlement.Standings[second] = Standing.Out(NotAppliedKind.Stacking, first, planned.Rule);
        }
    }

    // Of equals the first in order of id stays.
    private static void KeepHighest(PlannedRule planned, Settlement settlement)
    {
        var best = -1;
        var most = 0m;
        foreach (var place in planned.First)
        {
            if (!settlement.Standings[place].Applies)
                continue;
            var owed = settlement.Owed(place);
            if (best < 0 || owed > most)
                (best, most) = (place, owed);
        }
        foreach (var place in planned.First)
        {
            if (place != best && settlement.Standings[place].Applies)
                settlement.Standings[place] = Standing.Out(NotAppliedKind.Stacking, best, planned.Rule);
        }
    }
}
