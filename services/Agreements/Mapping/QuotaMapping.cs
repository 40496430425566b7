using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using static GeoGraph.Hosting.Wire.RequestFields;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Agreements.Mapping;

/// <summary>Quotas between the contract and the domain.</summary>
internal static class QuotaMapping
{
    public static Quota ToDomain(this Wire.Quota wire, string at, RequestFields fields) => new()
    {
        Id = fields.Id($"{at}.id", wire.Id),
        OrderNumber = wire.OrderNumber,
        ImposedById = fields.Id($"{at}.imposed_by_id", wire.ImposedById),
        Volume = fields.Decimal($"{at}.volume", wire.Volume, DecimalText.Rule),
        Unit = wire.Unit,
        Period = fields.Period($"{at}.period", wire.Period),
        InQuotaMeasureId = fields.Id($"{at}.in_quota_measure_id", wire.InQuotaMeasureId),
        OutOfQuotaMeasureId = fields.OptionalId($"{at}.out_of_quota_measure_id", wire.OutOfQuotaMeasureId),
        Events = [.. wire.Events.Select((happening, i) => Happening(happening, At($"{at}.events", i), fields))],
        CapacityLink = wire.CapacityLink is null ? null : Link(wire.CapacityLink, $"{at}.capacity_link", fields),
        CarriesOverToId = fields.OptionalId($"{at}.carries_over_to_id", wire.CarriesOverToId),
        Goods = wire.Goods is null ? null : fields.Goods($"{at}.goods", wire.Goods),
        Evidence = fields.ReadEvidence($"{at}.evidence", wire.Evidence),
    };

    public static Wire.Quota ToWire(this Quota quota) => new()
    {
        Id = quota.Id.Value,
        OrderNumber = quota.OrderNumber,
        ImposedById = quota.ImposedById.Value,
        Volume = quota.Volume.ToWire(),
        Unit = quota.Unit,
        Period = quota.Period.ToWire(),
        InQuotaMeasureId = quota.InQuotaMeasureId.Value,
        OutOfQuotaMeasureId = quota.OutOfQuotaMeasureId?.Value ?? "",
        Events =
        {
            quota.Events.Select(happening => new Wire.QuotaEvent
            {
                On = happening.On.ToWire(),
                Status = (Wire.QuotaStatus)happening.Status,
                Balance = happening.Balance.ToWire(),
            }),
        },
        CapacityLink = quota.CapacityLink is not { } link ? null : new Wire.CapacityLink
        {
            BuildingMultiple = DecimalText.Print(link.BuildingMultiple),
            CompletedMultiple = DecimalText.Print(link.CompletedMultiple),
            CapacityFact = link.CapacityFact,
            StatusFact = link.StatusFact,
        },
        CarriesOverToId = quota.CarriesOverToId?.Value ?? "",
        Goods = quota.Goods?.ToWire(),
        Evidence = quota.Evidence.ToWire(),
    };

    private static CapacityLink Link(Wire.CapacityLink wire, string at, RequestFields fields) => new(
        fields.Decimal($"{at}.building_multiple", wire.BuildingMultiple, DecimalText.Rule) ?? 0m,
        fields.Decimal($"{at}.completed_multiple", wire.CompletedMultiple, DecimalText.Rule) ?? 0m,
        wire.CapacityFact,
        wire.StatusFact);

    private static QuotaEvent Happening(Wire.QuotaEvent wire, string at, RequestFields fields) => new(
        fields.RequiredDate($"{at}.on", wire.On),
        fields.Enum<Wire.QuotaStatus, QuotaStatus>($"{at}.status", wire.Status),
        fields.NotNegative($"{at}.balance", wire.Balance));
}
