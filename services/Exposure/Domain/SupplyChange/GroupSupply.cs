using GeoGraph.Core;

namespace GeoGraph.Exposure.SupplyChange;

/// <summary>What an input group gets on one side of a change, by supplier and its state; a state is null where it is not known.</summary>
/// <param name="Values">In USD per year; null where not stated.</param>
/// <param name="Shares">As shares of the group; null where not known.</param>
internal sealed record GroupSupply(Dictionary<(EntityId Supplier, EntityId? State), decimal?> Values, Dictionary<(EntityId Supplier, EntityId? State), decimal?> Shares);

/// <summary>
/// The supply of an input group on both sides, in one unit: by value where every flow of both states one, else by share. By value a supplier whose rivals are lost gains
/// nothing by that, though its share grows.
/// </summary>
/// <param name="Was">Before, by supplier and state; null where unknown.</param>
/// <param name="Becomes">After.</param>
/// <param name="Whole">What all of it comes to before, or after where there is none before; more than zero.</param>
internal sealed record SupplyPair(
    IReadOnlyDictionary<(EntityId Supplier, EntityId? State), decimal?> Was, IReadOnlyDictionary<(EntityId Supplier, EntityId? State), decimal?> Becomes, decimal Whole)
{
    /// <summary>Both sides in one unit.</summary>
    public static SupplyPair Of(GroupSupply before, GroupSupply after)
    {
        var whole = before.Values.Count > 0 ? before.Values.Values.Sum() : after.Values.Values.Sum();
        return before.Values.Values.Concat(after.Values.Values).Contains(null) || whole is not > 0m
            ? new SupplyPair(before.Shares, after.Shares, 1m)
            : new SupplyPair(before.Values, after.Values, whole.Value);
    }
}
