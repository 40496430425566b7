using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>What must hold of the facts that quotas read: capacity is a quantity, and its status a known word.</summary>
internal static class QuotaFacts
{
    private static readonly string CapacityRule = $"a capacity lies between 0 and {DecimalText.Print(EntryRules.MostValue)}";
    private const string StatusRule = $"a capacity is {CapacityLink.Building} or {CapacityLink.Completed}";

    /// <summary>Notes every violation.</summary>
    public static void Check(Entry entry, QuotaTable quotas, Violations violations)
    {
        foreach (var link in quotas.Links)
        {
            if (entry.Facts.TryGetValue(link.CapacityFact, out var capacity) && FactValue.Read(capacity).Number is < 0m or > EntryRules.MostValue)
                violations.Add("facts." + link.CapacityFact, capacity, CapacityRule);
            if (entry.Facts.TryGetValue(link.StatusFact, out var status) && status.Trim().Length > 0 && link.MultipleOf(status) is null)
                violations.Add("facts." + link.StatusFact, status, StatusRule);
        }
    }
}
