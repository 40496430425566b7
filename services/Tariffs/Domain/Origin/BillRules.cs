using System.Globalization;
using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>What a bill of materials must be before it is judged. All violations are found at once; fields are named as in the contract.</summary>
internal static class BillRules
{
    /// <summary>The greatest value.</summary>
    public const decimal MostValue = 1_000_000_000_000_000m;

    /// <summary>The most inputs of one good.</summary>
    public const int MostMaterials = 5000;

    private static readonly OriginValue[] Values = [OriginValue.Transaction, OriginValue.Fob, OriginValue.ExWorks, OriginValue.NetCost];
    private static readonly string ValueRule = $"a value is more than 0 and at most {DecimalText.Print(MostValue)}";

    /// <summary>Notes every rule that a bill breaks.</summary>
    public static void Check(OriginBill bill, Violations violations)
    {
        if (!HsCode.TryParse(bill.Code, out var code) || code.Length < 4)
            violations.Add("hs", bill.Code, "a good's code has 4, 6, 8 or 10 digits, dots allowed between them");
        Place("made_in_id", bill.MadeIn, violations);
        if (bill.On == default)
            violations.Add("on", "", "a bill has the date by whose rules it is judged");
        if (bill.Currency.Length != 3 || !bill.Currency.All(char.IsAsciiLetterUpper))
            violations.Add("currency", bill.Currency, "a currency is an ISO 4217 code of three upper-case letters");
        if (!bill.SaysInputs)
            violations.Add("materials", "", "a bill lists its materials, or says that the good is wholly obtained");
        if (bill.WhollyObtained && bill.Materials.Any(material => material.Origin != bill.MadeIn))
            violations.Add("wholly_obtained", "true", $"every material of a wholly obtained good originates where it is made, in {bill.MadeIn}");
        for (var i = 0; i < bill.Materials.Count; i++)
            Check(bill.Materials[i], string.Create(CultureInfo.InvariantCulture, $"materials[{i}]"), violations);
        CheckValues(bill, violations);
    }

    private static void Check(BillMaterial material, string at, Violations violations)
    {
        if (material.Code.Length > 0 && !HsCode.TryParse(material.Code, out _))
            violations.Add(at + ".hs", material.Code, HsCode.Rule);
        if (material.Value is < 0m or > MostValue)
            violations.Add(at + ".value", DecimalText.Print(material.Value), $"a material is worth 0 or more, at most {DecimalText.Print(MostValue)}");
        if (material.RegionalValue < 0m || material.RegionalValue > Math.Max(material.Value, 0m))
            violations.Add(at + ".regional_value", DecimalText.Print(material.RegionalValue), "what was added in the region lies between 0 and the material's value");
        if (material.Origin is { } origin)
            Place(at + ".origin_id", origin, violations);
        else if (material.WhollyObtained)
            violations.Add(at + ".wholly_obtained", "true", "a material that is wholly obtained names the state in which it is, in origin_id");
    }

    private static void CheckValues(OriginBill bill, Violations violations)
    {
        var sum = bill.Materials.Sum(material => Math.Clamp(material.Value, 0m, MostValue));
        foreach (var kind in Values)
        {
            if (bill.ValueOf(kind) is not { } value)
                continue;
            if (value is <= 0m or > MostValue)
                violations.Add(kind.Field(), DecimalText.Print(value), ValueRule);
            else if (sum > value)
                violations.Add(kind.Field(), DecimalText.Print(value), $"it is not below the materials together, {DecimalText.Print(sum)}");
            else if (bill.LabourValue > value)
                violations.Add(kind.Field(), DecimalText.Print(value), $"it is not below the labour value, {DecimalText.Print(bill.LabourValue.Value)}");
        }
        if (bill.LabourValue is < 0m or > MostValue)
            violations.Add("labour_value", DecimalText.Print(bill.LabourValue.Value), $"a labour value is 0 or more, at most {DecimalText.Print(MostValue)}");
    }

    private static void Place(string field, EntityId id, Violations violations)
    {
        if (id.Kind is not ("state" or "bloc"))
            violations.Add(field, id.Value, "it is the id of a state or bloc, as state:TW");
    }
}
