using GeoGraph.Core;
using static GeoGraph.Tariffs.Feed.LawMapping;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Tariffs.Feed;

/// <summary>Quotas from the contract.</summary>
internal static class QuotaMapping
{
    public static Quota ToDomain(Wire.Quota wire) => new()
    {
        Id = ReadId(wire.Id),
        OrderNumber = wire.OrderNumber,
        ImposedById = ReadId(wire.ImposedById),
        Volume = Number(wire.Id, wire.Volume),
        Unit = wire.Unit,
        Period = ReadPeriod(wire.Period),
        InQuotaMeasureId = ReadId(wire.InQuotaMeasureId),
        OutOfQuotaMeasureId = Optional(wire.OutOfQuotaMeasureId),
        Events = [.. wire.Events.Select(happening => ToDomain(wire.Id, happening))],
        CapacityLink = wire.CapacityLink is not { } link ? null
            : new CapacityLink(Required(wire.Id, link.BuildingMultiple), Required(wire.Id, link.CompletedMultiple), link.CapacityFact, link.StatusFact),
        CarriesOverToId = Optional(wire.CarriesOverToId),
        Goods = wire.Goods is not { } goods ? null
            : new GoodsScope([.. goods.Include], [.. goods.Exclude], [.. goods.IncludeListIds], [.. goods.ExcludeListIds]),
    };

    private static QuotaEvent ToDomain(string id, Wire.QuotaEvent wire) => new(
        ReadDate(wire.On) ?? throw new InvalidDataException($"{id}: an event has no date."),
        wire.Status switch
        {
            Wire.QuotaStatus.Open => QuotaStatus.Open,
            Wire.QuotaStatus.Critical => QuotaStatus.Critical,
            Wire.QuotaStatus.Exhausted => QuotaStatus.Exhausted,
            _ => throw new InvalidDataException($"{id}: no quota status {wire.Status}."),
        },
        Number(id, wire.Balance));

    private static EntityId? Optional(string id) => id.Length == 0 ? null : ReadId(id);

    private static decimal Required(string id, string text) => Number(id, text) ?? throw new InvalidDataException($"{id}: a number is missing.");

    private static decimal? Number(string id, string text) =>
        text.Length == 0 ? null : DecimalText.TryParse(text, out var number) ? number : throw new InvalidDataException($"{id}: '{text}' is no number.");
}
