using GeoGraph.Core;
using static GeoGraph.Tariffs.Feed.LawMapping;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Tariffs.Feed;

/// <summary>Tariff schedules and their headings from the contract.</summary>
internal static class NomenclatureMapping
{
    public static PublishedSchedule ToDomain(Wire.TariffSchedule wire) => new(
        wire.Id,
        wire.Title,
        ReadId(wire.ImposedById),
        [.. wire.Revisions.Select(revision => new PublishedRevision(
            revision.Name, ReadDate(revision.EffectiveFrom) ?? throw new InvalidDataException($"{wire.Id}: {revision.Name} has no date.")))]);

    public static PublishedHeading ToDomain(Wire.TariffHeading wire) => new(wire.Id, ReadId(wire.ImposedById), [.. wire.Lines.Select(line => ToDomain(wire.Id, line))]);

    private static NomenclatureLine ToDomain(string id, Wire.TariffLine wire) => new()
    {
        Digits = HsCode.TryParse(wire.Code, out var code) ? code.Digits : throw new InvalidDataException($"{id}: '{wire.Code}' is no code."),
        Description = wire.Description,
        Units = [.. wire.Units],
        General = wire.General,
        Headings = [.. wire.Headings],
        Valid = ReadPeriod(wire.Valid),
    };
}
