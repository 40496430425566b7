using GeoGraph.Core;
using GeoGraph.Exposure.Disruption;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>A shock as it is asked about: passages are shut by name, and each side's graph says which flows that stops.</summary>
/// <param name="Removed">Actors that produce nothing.</param>
/// <param name="Closed">Passages that are shut.</param>
/// <param name="NoRerouting">True where what passes them is lost even where another way is open.</param>
/// <param name="Linear">Actors that lose in proportion.</param>
/// <param name="Days">How long it lasts; null for until recovery.</param>
internal sealed record AskedShock(IReadOnlyList<EntityId> Removed, IReadOnlyList<EntityId> Closed, bool NoRerouting, IReadOnlyList<EntityId> Linear, decimal? Days);

/// <summary>Reads shocks, noting every violation.</summary>
internal static class ShockMapping
{
    private const int MaxPassages = 100;

    /// <exception cref="GeoGraphException"><see cref="ErrorReason.LimitExceeded"/>.</exception>
    public static AskedShock ReadShock(this RequestFields fields, string field, Wire.Shock? wire)
    {
        wire ??= new Wire.Shock();
        RequestFields.AtMost(field + ".removed_ids", wire.RemovedIds.Count, Shock.MaxNodes);
        RequestFields.AtMost(field + ".closed_chokepoint_ids", wire.ClosedChokepointIds.Count, MaxPassages);
        RequestFields.AtMost(field + ".linear_ids", wire.LinearIds.Count, Shock.MaxNodes);
        if (wire.RemovedIds.Count + wire.ClosedChokepointIds.Count == 0)
            fields.Violations.Add(field, "", "a shock takes an actor away or shuts a passage, or both");
        var days = fields.Decimal(field + ".days", wire.Days, "a shock lasts more than 0 and at most 36500 days", 0m, Shock.MaxDays);
        if (days == 0m)
            fields.Violations.Add(field + ".days", wire.Days, "a shock lasts more than 0 and at most 36500 days");
        return new AskedShock(
            fields.Ids(field + ".removed_ids", wire.RemovedIds), fields.Ids(field + ".closed_chokepoint_ids", wire.ClosedChokepointIds), wire.NoRerouting,
            fields.Ids(field + ".linear_ids", wire.LinearIds), days);
    }
}
