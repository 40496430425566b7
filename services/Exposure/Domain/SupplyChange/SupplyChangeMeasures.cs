using GeoGraph.Core;
using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.SupplyChange;

/// <summary>
/// Says whether a change makes supply contract, divert it, or both. It contracts where fewer actors are upstream. It diverts where, in some input group, a supplier loses supply and
/// another in another state, or the same one after it moved, gains some: that one takes the place. Where nobody supplies more than before, nobody takes it; and buying straight from one's
/// supplier's supplier takes nobody's place: the chain only gets shorter.
/// </summary>
internal static class SupplyChangeMeasures
{
    /// <summary>The measure.</summary>
    public static readonly Measure Change = new(
        "supply-chain change",
        "contractionary: fewer actors upstream; diversionary: a supplier's place in an input group is taken by one in another state",
        "What the scenario says moves is taken as moved; whether it would come about is not said.");

    /// <summary>The change from one side to the other.</summary>
    public static SupplyChangeAnswer Of(SupplySide before, SupplySide after, CancellationToken cancellationToken)
    {
        var moves = new List<SupplyMove>();
        var diverts = false;
        foreach (var buyer in before.Buyers.Union(after.Buyers).Order().Where(buyer => before.Holds(buyer) && after.Holds(buyer)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var group in before.Groups(buyer).Union(after.Groups(buyer), StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                var pair = SupplyPair.Of(before.Supply(buyer, group), after.Supply(buyer, group));
                moves.AddRange(StateMoves.Of(buyer, group, pair));
                diverts |= Diverts(pair.Was, pair.Becomes, before);
            }
        }
        var (shape, left) = (before.Shape(cancellationToken), after.Shape(cancellationToken));
        return new SupplyChangeAnswer(left.Nodes < shape.Nodes, diverts, shape, left, moves);
    }

    private static bool Diverts(
        IReadOnlyDictionary<(EntityId Supplier, EntityId? State), decimal?> was, IReadOnlyDictionary<(EntityId Supplier, EntityId? State), decimal?> becomes, SupplySide before)
    {
        var losers = was.Where(row => row.Key.State is not null && Loses(row.Value, becomes, row.Key)).Select(row => row.Key).ToList();
        var gainers = becomes.Where(row => row.Key.State is not null && Loses(row.Value, was, row.Key)).Select(row => row.Key).ToList();
        return losers.Exists(loser => gainers.Exists(gainer => gainer.State != loser.State && (was.Keys.Any(key => key.Supplier == gainer.Supplier) || !before.IsUpstream(gainer.Supplier, loser.Supplier))));
    }

    // True where the other side has less of it. What is unknown is more than none, and less than nothing else.
    private static bool Loses(decimal? amount, IReadOnlyDictionary<(EntityId, EntityId?), decimal?> other, (EntityId, EntityId?) key) =>
        !other.TryGetValue(key, out var there) || there < amount;
}
