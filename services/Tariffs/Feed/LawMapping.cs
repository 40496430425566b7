using GeoGraph.Core;
using Google.Type;
using Common = GeoGraph.Contracts.Common.V1;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Tariffs.Feed;

/// <summary>
/// The law from the contract. What agreements serve is valid by their rules, so a value that does not read is a broken contract
/// (<see cref="InvalidDataException"/>), not a caller's mistake.
/// </summary>
internal static class LawMapping
{
    /// <summary>Takes a record where it is law; other records say nothing about duty.</summary>
    public static void ReadInto(LawRows rows, Wire.Record record)
    {
        switch (record.RecordCase)
        {
            case Wire.Record.RecordOneofCase.Measure:
                rows.Put(MeasureMapping.ToDomain(record.Measure));
                break;
            case Wire.Record.RecordOneofCase.StackingRule:
                rows.Put(ToDomain(record.StackingRule));
                break;
            case Wire.Record.RecordOneofCase.GoodsList:
                rows.Put(ToDomain(record.GoodsList));
                break;
            case Wire.Record.RecordOneofCase.ExchangeRate:
                rows.Put(ToDomain(record.ExchangeRate));
                break;
            case Wire.Record.RecordOneofCase.TariffSchedule:
                rows.Put(NomenclatureMapping.ToDomain(record.TariffSchedule));
                break;
            case Wire.Record.RecordOneofCase.TariffHeading:
                rows.Put(NomenclatureMapping.ToDomain(record.TariffHeading));
                break;
            case Wire.Record.RecordOneofCase.OriginRule:
                rows.Put(OriginRuleMapping.ToDomain(record.OriginRule));
                break;
            case Wire.Record.RecordOneofCase.Quota:
                rows.Put(QuotaMapping.ToDomain(record.Quota));
                break;
            default:
                break;
        }
    }

    /// <summary>The revision of a service in a token.</summary>
    public static Revision ReadRevision(string token, string service) =>
        RevisionToken.TryParse(token, out var read) && read.For(service) is { } revision
            ? revision
            : throw new InvalidDataException($"'{token}' names no revision of {service}.");

    /// <summary>A period; always where absent.</summary>
    public static ValidPeriod ReadPeriod(Common.Period? wire) => wire is null ? ValidPeriod.Always : new ValidPeriod(ReadDate(wire.From), ReadDate(wire.To));

    /// <summary>A period that may be absent.</summary>
    public static ValidPeriod? ReadOptionalPeriod(Common.Period? wire) => wire is null ? null : ReadPeriod(wire);

    /// <summary>A date that may be absent.</summary>
    public static DateOnly? ReadDate(Date? wire) => wire is null ? null : new DateOnly(wire.Year, wire.Month, wire.Day);

    /// <summary>An id.</summary>
    public static EntityId ReadId(string text) => EntityId.TryParse(text, out var id) ? id : throw new InvalidDataException($"'{text}' is no id.");

    private static StackingRule ToDomain(Wire.StackingRule wire) => new()
    {
        Id = ReadId(wire.Id),
        Title = wire.Title,
        ImposedById = ReadId(wire.ImposedById),
        Kind = wire.Kind switch
        {
            Wire.StackingKind.Excludes => StackingKind.Excludes,
            Wire.StackingKind.SplitsContent => StackingKind.SplitsContent,
            Wire.StackingKind.HighestOnly => StackingKind.HighestOnly,
            Wire.StackingKind.InLieu => StackingKind.InLieu,
            _ => throw new InvalidDataException($"{wire.Id}: no stacking kind {wire.Kind}."),
        },
        First = [.. wire.First],
        Second = [.. wire.Second],
        FirstHeadings = [.. wire.FirstHeadings],
        SecondHeadings = [.. wire.SecondHeadings],
        Order = wire.Order,
        Effective = ReadPeriod(wire.Effective),
        Known = ReadOptionalPeriod(wire.Known),
        LegalBasis = wire.LegalBasis,
    };

    private static GoodsList ToDomain(Wire.GoodsList wire) =>
        new(wire.Id, wire.Title, [.. wire.Entries.Select(entry => new GoodsListEntry([.. entry.Codes], ReadPeriod(entry.Valid), ReadOptionalPeriod(entry.Known)))]);

    private static ExchangeRate ToDomain(Wire.ExchangeRate wire) =>
        DecimalText.TryParse(wire.Rate, out var rate)
            ? new ExchangeRate(wire.Id, wire.FromCurrency, wire.ToCurrency, rate, ReadPeriod(wire.Valid))
            : throw new InvalidDataException($"{wire.Id}: '{wire.Rate}' is no rate.");
}
