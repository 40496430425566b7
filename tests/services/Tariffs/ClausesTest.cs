using GeoGraph.Contracts.Agreements.V1;
using GeoGraph.Contracts.Common.V1;
using GeoGraph.Contracts.Tariffs.V1;
using Date = Google.Type.Date;
using Record = GeoGraph.Contracts.Agreements.V1.Record;

namespace GeoGraph.ServiceTests.Tariffs;

/// <summary>Short ways to write quotas, clauses and entries that meet them.</summary>
public abstract class ClausesTest : TariffsTest
{
    private protected static readonly Date Today = Day(2026, 2, 1);

    private protected async Task<string> WriteRecordsAsync(params Record[] records)
    {
        var request = new UpsertRecordsRequest { Changes = { records.Select(record => new RecordChange { Record = record }) } };
        return (await Agreements.UpsertRecordsAsync(request)).Receipt.RevisionToken;
    }

    private protected static Record Law(string name, MeasureType type, string duty, int precedence = 0, string origin = "", string authority = "us-column-1") => new()
    {
        Measure = new Measure
        {
            Id = "measure:" + name,
            Title = name,
            ImposedById = "state:US",
            Type = type,
            Authority = authority,
            Origins = origin.Length == 0 ? null : new OriginScope { IncludeIds = { origin } },
            Duty = duty,
            Precedence = precedence,
            Evidence = Stated,
        },
    };

    private protected static Record Limit(string volume, string unit, Action<Quota>? change = null)
    {
        var quota = new Quota
        {
            Id = "quota:q",
            OrderNumber = "09.0001",
            ImposedById = "state:US",
            Volume = volume,
            Unit = unit,
            Period = new Period { From = Day(2026, 1, 1), To = Day(2027, 1, 1) },
            InQuotaMeasureId = "measure:in",
            OutOfQuotaMeasureId = "measure:out",
            Evidence = Stated,
        };
        change?.Invoke(quota);
        return new Record { Quota = quota };
    }

    private protected static Entry Goods(string value, string origin = "state:TW", params (string Unit, string Amount)[] quantities)
    {
        var entry = Entry(Today, origin);
        entry.CustomsValue = value;
        foreach (var (unit, amount) in quantities)
            entry.Quantities[unit] = amount;
        return entry;
    }
}
