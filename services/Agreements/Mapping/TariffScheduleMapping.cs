using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using static GeoGraph.Hosting.Wire.RequestFields;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Agreements.Mapping;

/// <summary>Tariff schedules and their headings between the contract and the domain.</summary>
internal static class TariffScheduleMapping
{
    public static TariffSchedule ToDomain(this Wire.TariffSchedule wire, string at, RequestFields fields) => new()
    {
        Id = fields.Id($"{at}.id", wire.Id),
        Title = wire.Title,
        ImposedById = fields.Id($"{at}.imposed_by_id", wire.ImposedById),
        Revisions = [.. wire.Revisions.Select((revision, i) => Revision(revision, At($"{at}.revisions", i), fields))],
        Evidence = fields.ReadEvidence($"{at}.evidence", wire.Evidence),
    };

    public static Wire.TariffSchedule ToWire(this TariffSchedule schedule) => new()
    {
        Id = schedule.Id.Value,
        Title = schedule.Title,
        ImposedById = schedule.ImposedById.Value,
        Revisions =
        {
            schedule.Revisions.Select(revision => new Wire.ScheduleRevision
            {
                Name = revision.Name,
                EffectiveFrom = revision.EffectiveFrom.ToWire(),
                Rows = revision.Rows,
            }),
        },
        Evidence = schedule.Evidence.ToWire(),
    };

    public static TariffHeading ToDomain(this Wire.TariffHeading wire, string at, RequestFields fields) => new()
    {
        Id = fields.Id($"{at}.id", wire.Id),
        ImposedById = fields.Id($"{at}.imposed_by_id", wire.ImposedById),
        Code = fields.HsCode($"{at}.code", wire.Code) ?? default,
        Lines = [.. wire.Lines.Select((line, i) => Line(line, At($"{at}.lines", i), fields))],
        Evidence = fields.ReadEvidence($"{at}.evidence", wire.Evidence),
    };

    public static Wire.TariffHeading ToWire(this TariffHeading heading) => new()
    {
        Id = heading.Id.Value,
        ImposedById = heading.ImposedById.Value,
        Code = heading.Code.Digits,
        Lines = { heading.Lines.Select(ToWire) },
        Evidence = heading.Evidence.ToWire(),
    };

    private static ScheduleRevision Revision(Wire.ScheduleRevision wire, string at, RequestFields fields) =>
        new(wire.Name, fields.RequiredDate($"{at}.effective_from", wire.EffectiveFrom), wire.Rows);

    private static TariffLine Line(Wire.TariffLine wire, string at, RequestFields fields) => new()
    {
        Code = LineCode(wire.Code, $"{at}.code", fields),
        Indent = wire.Indent,
        Description = wire.Description,
        Units = [.. wire.Units],
        General = wire.General,
        Special = wire.Special,
        Other = wire.Other,
        Footnotes = [.. wire.Footnotes],
        Headings = [.. wire.Headings],
        QuotaQuantity = wire.QuotaQuantity,
        AdditionalDuties = wire.AdditionalDuties,
        Valid = fields.Period($"{at}.valid", wire.Valid),
    };

    private static HsCode LineCode(string text, string at, RequestFields fields)
    {
        if (HsCode.TryParse(text, out var code) && code.Length >= 4)
            return code;
        fields.Violations.Add(at, text, "a row's code has 4, 6, 8 or 10 digits, dots allowed between them");
        return default;
    }

    private static Wire.TariffLine ToWire(TariffLine line) => new()
    {
        Code = line.Code.ToString(),
        Indent = line.Indent,
        Description = line.Description,
        Units = { line.Units },
        General = line.General,
        Special = line.Special,
        Other = line.Other,
        Footnotes = { line.Footnotes },
        Headings = { line.Headings },
        QuotaQuantity = line.QuotaQuantity,
        AdditionalDuties = line.AdditionalDuties,
        Valid = line.Valid.ToWire(),
    };
}
