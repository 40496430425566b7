using GeoGraph.Core;

namespace GeoGraph.Exposure.SupplyChange;

/// <summary>Pairs the states that lose supply of an input group with those that gain some.</summary>
internal static class StateMoves
{
    // Shares are quotients: what differs by less is the rounding of a division; values have four places.
    private const decimal Least = 0.0000000000000001m;

    /// <summary>The moves within a group: losses in order of state meet gains in order of state; what is lost and nobody gains does not move.</summary>
    public static IEnumerable<SupplyMove> Of(EntityId buyer, string group, SupplyPair pair)
    {
        var (before, after) = (ByState(pair.Was), ByState(pair.Becomes));
        if (pair.Was.Count == 0)
            return after.Select(row => new SupplyMove(buyer, group, null, row.Key, row.Value / pair.Whole));
        if (pair.Becomes.Count == 0)
            return before.Select(row => new SupplyMove(buyer, group, row.Key, null, row.Value / pair.Whole));
        return before.Values.Concat(after.Values).Contains(null) ? Unknown(buyer, group, before, after)
            : Known(buyer, group, before, after).Select(move => move with { Share = move.Share / pair.Whole });
    }

    private static SortedDictionary<EntityId, decimal?> ByState(IReadOnlyDictionary<(EntityId Supplier, EntityId? State), decimal?> shares)
    {
        var sums = new SortedDictionary<EntityId, decimal?>();
        foreach (var ((_, state), share) in shares)
        {
            if (state is { } known)
                sums[known] = sums.TryGetValue(known, out var before) ? before + share : share;
        }
        return sums;
    }

    // Without shares, a state that is gone loses to each that is new.
    private static IEnumerable<SupplyMove> Unknown(EntityId buyer, string group, SortedDictionary<EntityId, decimal?> before, SortedDictionary<EntityId, decimal?> after) =>
        before.Keys.Except(after.Keys).SelectMany(gone => after.Keys.Except(before.Keys).Select(come => new SupplyMove(buyer, group, gone, come, null)));

    private static List<SupplyMove> Known(EntityId buyer, string group, SortedDictionary<EntityId, decimal?> before, SortedDictionary<EntityId, decimal?> after)
    {
        var changes = before.Keys.Union(after.Keys).Order()
            .Select(state => (State: state, By: (after.GetValueOrDefault(state) ?? 0m) - (before.GetValueOrDefault(state) ?? 0m))).ToList();
        var losses = new Queue<(EntityId State, decimal By)>(changes.Where(change => change.By < -Least).Select(change => (change.State, -change.By)));
        var gains = new Queue<(EntityId State, decimal By)>(changes.Where(change => change.By > Least));
        var moves = new List<SupplyMove>();
        var (lost, gained) = (0m, 0m);
        while (losses.TryPeek(out var loss) && gains.TryPeek(out var gain))
        {
            var share = Math.Min(loss.By - lost, gain.By - gained);
            moves.Add(new SupplyMove(buyer, group, loss.State, gain.State, share));
            (lost, gained) = (lost + share, gained + share);
            if (loss.By - lost <= Least)
                (lost, _) = (0m, losses.Dequeue());
            if (gain.By - gained <= Least)
                (gained, _) = (0m, gains.Dequeue());
        }
        return moves;
    }
}
