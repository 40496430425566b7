using GeoGraph.Hosting.Wire;
using static GeoGraph.Hosting.Wire.RequestFields;
using Wire = GeoGraph.Contracts.Agreements.V1;

namespace GeoGraph.Agreements.Mapping;

/// <summary>Scopes and lists of goods between the contract and the domain.</summary>
internal static class GoodsMapping
{
    public static GoodsScope Goods(this RequestFields fields, string at, Wire.GoodsScope? wire) => wire is null
        ? GoodsScope.All
        : new GoodsScope
        {
            Include = fields.Codes($"{at}.include", wire.Include),
            Exclude = fields.Codes($"{at}.exclude", wire.Exclude),
            IncludeListIds = fields.Ids($"{at}.include_list_ids", wire.IncludeListIds),
            ExcludeListIds = fields.Ids($"{at}.exclude_list_ids", wire.ExcludeListIds),
        };

    public static Wire.GoodsScope? ToWire(this GoodsScope goods) =>
        goods.Include.Count + goods.Exclude.Count + goods.IncludeListIds.Count + goods.ExcludeListIds.Count == 0
            ? null
            : new Wire.GoodsScope
            {
                Include = { goods.Include.Select(range => range.ToString()) },
                Exclude = { goods.Exclude.Select(range => range.ToString()) },
                IncludeListIds = { goods.IncludeListIds.Select(id => id.Value) },
                ExcludeListIds = { goods.ExcludeListIds.Select(id => id.Value) },
            };

    public static GoodsList ToDomain(this Wire.GoodsList wire, string at, RequestFields fields) => new()
    {
        Id = fields.Id($"{at}.id", wire.Id),
        Title = wire.Title,
        Entries = [.. wire.Entries.Select((entry, i) => Entry(entry, At($"{at}.entries", i), fields))],
        Evidence = fields.ReadEvidence($"{at}.evidence", wire.Evidence),
    };

    public static Wire.GoodsList ToWire(this GoodsList list) => new()
    {
        Id = list.Id.Value,
        Title = list.Title,
        Entries =
        {
            list.Entries.Select(entry => new Wire.GoodsListEntry
            {
                Codes = { entry.Codes.Select(range => range.ToString()) },
                Valid = entry.Valid.ToWire(),
                Known = entry.Known.ToWire(),
            }),
        },
        Evidence = list.Evidence.ToWire(),
    };

    private static GoodsListEntry Entry(Wire.GoodsListEntry wire, string at, RequestFields fields)
    {
        RecordRules.Require(wire.Codes.Count > 0, $"{at}.codes", "", "an entry has at least one code", fields.Violations);
        return new GoodsListEntry(fields.Codes($"{at}.codes", wire.Codes), fields.Period($"{at}.valid", wire.Valid), fields.Period($"{at}.known", wire.Known));
    }

    /// <summary>Prefixes and ranges of codes; what is neither is noted and left out.</summary>
    public static List<CodeRange> Codes(this RequestFields fields, string at, IReadOnlyList<string> texts)
    {
        var ranges = new List<CodeRange>(texts.Count);
        for (var i = 0; i < texts.Count; i++)
        {
            if (CodeRange.TryParse(texts[i], out var range))
                ranges.Add(range);
            else
                fields.Violations.Add(At(at, i), texts[i], CodeRange.Rule);
        }
        return ranges;
    }
}
