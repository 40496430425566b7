using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// Finds facts of an entry that cannot all be so. What merely seems odd is not one of them: goods can originate under an agreement and still have
/// another country of origin for other laws.
/// </summary>
internal static class FactContradictions
{
    private const string MetalShare = "metal_weight_share";
    private static readonly string[] Metals = ["steel", "aluminum", "copper"];

    /// <summary>Notes every contradiction.</summary>
    public static void Find(Entry entry, Violations violations)
    {
        Loading(entry, violations);
        Contents(entry, violations);
        Programme(entry, violations);
        Parts(entry, violations);
    }

    private static void Loading(Entry entry, Violations violations)
    {
        if (entry.Facts.TryGetValue(FactNames.LoadedOn, out var loaded) && FactValue.Read(loaded).Date is { } loadedOn && loadedOn > entry.EntryDate)
            violations.Add("facts." + FactNames.LoadedOn, loaded, $"goods are loaded not later than they are entered, on {entry.EntryDate:yyyy-MM-dd}");
    }

    private static void Contents(Entry entry, Violations violations)
    {
        var contents = entry.Facts.Where(pair => FactNames.IsContent(pair.Key)).ToArray();
        var sum = contents.Sum(pair => Math.Clamp(FactValue.Read(pair.Value).Number ?? 0m, 0m, EntryRules.MostValue));
        if (sum > entry.CustomsValue && entry.CustomsValue > 0m)
            violations.Add("facts.content_value", DecimalText.Print(sum), $"the content values together are at most the customs value, {DecimalText.Print(entry.CustomsValue)}");
        if (Number(entry, MetalShare) != 0m)
            return;
        foreach (var metal in Metals.Where(metal => Number(entry, FactNames.ContentValue + metal) > 0m))
            violations.Add($"facts.{FactNames.ContentValue}{metal}", entry.Facts[FactNames.ContentValue + metal], $"goods with a {MetalShare} of 0 have no value of {metal}");
    }

    private static void Programme(Entry entry, Violations violations)
    {
        if (entry.Facts.GetValueOrDefault("usmca_originating")?.Trim() == "false" && entry.Facts.GetValueOrDefault("special_program")?.Trim().ToUpperInvariant() is "S" or "S+")
            violations.Add("facts.special_program", entry.Facts["special_program"], "the programme is for goods that originate, and usmca_originating is false");
    }

    // A part of the goods is not more than the goods, in any unit of the same kind.
    private static void Parts(Entry entry, Violations violations)
    {
        foreach (var (name, amount) in entry.Quantities.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var point = name.LastIndexOf('.');
            if (amount > EntryRules.MostValue || UnitOfMeasure.Find(name) is not null || point <= 0 || UnitOfMeasure.Find(name[..point]) is not { } unit)
                continue;
            foreach (var (whole, most) in entry.Quantities)
            {
                if (UnitOfMeasure.Find(whole) is { } other && other.Dimension == unit.Dimension && amount / other.Factor * unit.Factor > most)
                    violations.Add(FactNames.Quantities + name, DecimalText.Print(amount), $"a part is not more than the goods, {DecimalText.Print(most)} {whole}");
            }
        }
    }

    private static decimal? Number(Entry entry, string fact) => entry.Facts.TryGetValue(fact, out var text) ? FactValue.Read(text).Number : null;
}
