using GeoGraph.Agreements.Storage;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Agreements.Mapping;

/// <summary>Records of every kind between the contract and the domain.</summary>
internal static class RecordMapping
{
    private const string IdKindRule = "the id begins with the record's kind, as";

    /// <summary>The record of a message, with every violation noted; null where the message holds none.</summary>
    public static DatedRecord? ToDomain(this Wire.Record wire, string at, RequestFields fields)
    {
        var record = wire.RecordCase switch
        {
            Wire.Record.RecordOneofCase.Agreement => wire.Agreement.ToDomain($"{at}.agreement", fields),
            Wire.Record.RecordOneofCase.Negotiation => wire.Negotiation.ToDomain($"{at}.negotiation", fields),
            Wire.Record.RecordOneofCase.Event => wire.Event.ToDomain($"{at}.event", fields),
            Wire.Record.RecordOneofCase.Claim => wire.Claim.ToDomain($"{at}.claim", fields),
            Wire.Record.RecordOneofCase.Measure => wire.Measure.ToDomain($"{at}.measure", fields),
            Wire.Record.RecordOneofCase.StackingRule => wire.StackingRule.ToDomain($"{at}.stacking_rule", fields),
            Wire.Record.RecordOneofCase.Quota => wire.Quota.ToDomain($"{at}.quota", fields),
            Wire.Record.RecordOneofCase.OriginRule => wire.OriginRule.ToDomain($"{at}.origin_rule", fields),
            Wire.Record.RecordOneofCase.ExchangeRate => wire.ExchangeRate.ToDomain($"{at}.exchange_rate", fields),
            Wire.Record.RecordOneofCase.GoodsList => wire.GoodsList.ToDomain($"{at}.goods_list", fields),
            Wire.Record.RecordOneofCase.TariffSchedule => wire.TariffSchedule.ToDomain($"{at}.tariff_schedule", fields),
            Wire.Record.RecordOneofCase.TariffHeading => wire.TariffHeading.ToDomain($"{at}.tariff_heading", fields),
            _ => (DatedRecord?)null,
        };
        if (record is null)
        {
            fields.Violations.Add(at, "", "exactly one kind of record is set");
            return null;
        }
        CheckIdKind(record, at, fields);
        RecordRules.Check(record, $"{at}.{FieldOf(record)}", fields.Violations);
        return record;
    }

    /// <summary>The message of a record.</summary>
    public static Wire.Record ToWire(this StoredRecord stored)
    {
        var wire = stored.Record switch
        {
            Agreement agreement => new Wire.Record { Agreement = agreement.ToWire() },
            Negotiation negotiation => new Wire.Record { Negotiation = negotiation.ToWire() },
            Event happening => new Wire.Record { Event = happening.ToWire() },
            Claim claim => new Wire.Record { Claim = claim.ToWire() },
            Measure measure => new Wire.Record { Measure = measure.ToWire() },
            StackingRule rule => new Wire.Record { StackingRule = rule.ToWire() },
            Quota quota => new Wire.Record { Quota = quota.ToWire() },
            OriginRule rule => new Wire.Record { OriginRule = rule.ToWire() },
            ExchangeRate rate => new Wire.Record { ExchangeRate = rate.ToWire() },
            GoodsList list => new Wire.Record { GoodsList = list.ToWire() },
            TariffSchedule schedule => new Wire.Record { TariffSchedule = schedule.ToWire() },
            TariffHeading heading => new Wire.Record { TariffHeading = heading.ToWire() },
            _ => throw new InvalidOperationException($"no message for {stored.Record.GetType().Name}."),
        };
        wire.Revision = stored.ChangedAt.Number;
        return wire;
    }

    /// <summary>The labels of some kinds; empty, which is all, for none.</summary>
    public static IReadOnlyList<string> Labels(string at, IReadOnlyList<Wire.RecordKind> kinds, RequestFields fields)
    {
        var labels = new List<string>(kinds.Count);
        for (var i = 0; i < kinds.Count; i++)
        {
            if (kinds[i] == Wire.RecordKind.Unspecified || !System.Enum.IsDefined(kinds[i]))
                fields.Violations.Add(RequestFields.At(at, i), kinds[i].ToString(), "a kind is one of the contract's");
            else
                labels.Add(RecordKinds.LabelOf(TypeOf(kinds[i])));
        }
        return labels;
    }

    /// <summary>The enum value of the same number, noted as a violation where the contract has none.</summary>
    public static TDomain Enum<TWire, TDomain>(this RequestFields fields, string field, TWire wire)
        where TWire : struct, Enum
        where TDomain : struct, Enum
    {
        if (!System.Enum.IsDefined(wire))
            fields.Violations.Add(field, wire.ToString(), "the value is one of the contract's");
        return System.Enum.IsDefined(wire) ? (TDomain)(object)(int)(object)wire : default;
    }

    private static Type TypeOf(Wire.RecordKind kind) => kind switch
    {
        Wire.RecordKind.Agreement => typeof(Agreement),
        Wire.RecordKind.Negotiation => typeof(Negotiation),
        Wire.RecordKind.Event => typeof(Event),
        Wire.RecordKind.Claim => typeof(Claim),
        Wire.RecordKind.Measure => typeof(Measure),
        Wire.RecordKind.StackingRule => typeof(StackingRule),
        Wire.RecordKind.Quota => typeof(Quota),
        Wire.RecordKind.OriginRule => typeof(OriginRule),
        Wire.RecordKind.ExchangeRate => typeof(ExchangeRate),
        Wire.RecordKind.TariffSchedule => typeof(TariffSchedule),
        Wire.RecordKind.TariffHeading => typeof(TariffHeading),
        _ => typeof(GoodsList),
    };

    private static string FieldOf(DatedRecord record) => RecordKinds.IdKindOf(record.GetType()).Replace('-', '_');

    private static void CheckIdKind(DatedRecord record, string at, RequestFields fields)
    {
        var kind = RecordKinds.IdKindOf(record.GetType());
        if (record.Id.Value.Length > 0 && record.Id.Kind != kind)
            fields.Violations.Add($"{at}.{FieldOf(record)}.id", record.Id.Value, $"{IdKindRule} {kind}:name");
    }
}
