using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using Wire = GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Tariffs.Mapping;

/// <summary>Bills of materials from the contract.</summary>
internal static class BillMapping
{
    private const string DefaultCurrency = "USD";

    /// <summary>The bill; everything that breaks a rule is noted, each field once.</summary>
    /// <param name="at">Path of the bill in the request.</param>
    /// <param name="wire">The bill.</param>
    /// <param name="fields">Collects the violations.</param>
    /// <param name="entry">Gives code, place and date where the bill has none, and may not differ; null where the bill stands alone.</param>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.LimitExceeded"/>.</exception>
    public static OriginBill ToDomain(string at, Wire.BillOfMaterials wire, RequestFields fields, Entry? entry = null)
    {
        RequestFields.AtMost($"{at}.materials", wire.Materials.Count, BillRules.MostMaterials);
        var bill = new OriginBill
        {
            Code = wire.Hs.Length == 0 && entry is not null ? entry.Code : wire.Hs,
            MadeIn = wire.MadeInId.Length == 0 && entry is not null ? entry.Origin : fields.Id($"{at}.made_in_id", wire.MadeInId),
            On = wire.On is null && entry is not null ? entry.EntryDate : fields.RequiredDate($"{at}.on", wire.On),
            Currency = wire.Currency.Length == 0 ? entry?.Currency ?? DefaultCurrency : wire.Currency,
            Materials = [.. wire.Materials.Select((material, i) => ToDomain(RequestFields.At($"{at}.materials", i), material, fields))],
            TransactionValue = Value($"{at}.transaction_value", wire.TransactionValue, fields),
            FobValue = Value($"{at}.fob_value", wire.FobValue, fields),
            ExWorksPrice = Value($"{at}.ex_works_price", wire.ExWorksPrice, fields),
            NetCost = Value($"{at}.net_cost", wire.NetCost, fields),
            LabourValue = Value($"{at}.labour_value", wire.LabourValue, fields),
            WhollyObtained = wire.WhollyObtained,
        };
        if (entry is not null)
            CheckAgrees(at, bill, entry, fields);
        Check(at, bill, fields);
        return bill;
    }

    private static BillMaterial ToDomain(string at, Wire.Material wire, RequestFields fields)
    {
        if (wire.Value.Length == 0)
            fields.Violations.Add(at + ".value", "", "a material has a value");
        return new BillMaterial
        {
            Name = wire.Name,
            Code = wire.Hs,
            Value = Value(at + ".value", wire.Value, fields) ?? 0m,
            Origin = fields.OptionalId(at + ".origin_id", wire.OriginId),
            WhollyObtained = wire.WhollyObtained,
            Kind = wire.Kind,
            RegionalValue = Value(at + ".regional_value", wire.RegionalValue, fields) ?? 0m,
        };
    }

    private static decimal? Value(string field, string text, RequestFields fields) => fields.Decimal(field, text, DecimalText.Rule);

    private static void CheckAgrees(string at, OriginBill bill, Entry entry, RequestFields fields)
    {
        if (HsCode.TryParse(bill.Code, out var code) && HsCode.TryParse(entry.Code, out var entered) && !code.Covers(entered) && !entered.Covers(code))
            fields.Violations.Add($"{at}.hs", bill.Code, $"the bill is of the goods entered, {entry.Code}");
        if (bill.MadeIn != entry.Origin)
            fields.Violations.Add($"{at}.made_in_id", bill.MadeIn.Value, $"the good is made in the entry's origin, {entry.Origin}");
        if (bill.On != entry.EntryDate)
            fields.Violations.Add($"{at}.on", $"{bill.On:yyyy-MM-dd}", $"the bill is judged by the rules of the entry's date, {entry.EntryDate:yyyy-MM-dd}");
    }

    private static void Check(string at, OriginBill bill, RequestFields fields)
    {
        var broken = new Violations();
        BillRules.Check(bill, broken);
        var told = fields.Violations.Found.Select(violation => violation.Field).ToHashSet(StringComparer.Ordinal);
        foreach (var violation in broken.Found)
        {
            if (told.Add($"{at}.{violation.Field}"))
                fields.Violations.Add($"{at}.{violation.Field}", violation.Value, violation.Rule);
        }
    }
}
