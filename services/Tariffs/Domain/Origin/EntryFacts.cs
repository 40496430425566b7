namespace GeoGraph.Tariffs;

/// <summary>Conditions on what an entry states, three-valued.</summary>
internal static class EntryFacts
{
    /// <summary>Whether a condition holds: any of its tests, each by the stated fact, else by the test's own rule for an absent one.</summary>
    public static Truth Of(CompiledCondition condition, Entry entry) =>
        condition.AnyOf.Length == 0 ? Truth.False : condition.AnyOf.Max(test => Find(entry, test.Test.Fact) is { } value ? test.Of(value) : test.WhenAbsent);

    private static FactValue? Find(Entry entry, string name) => name switch
    {
        FactNames.EntryDate => FactValue.Of(entry.EntryDate),
        FactNames.CustomsValue => FactValue.Of(entry.CustomsValue),
        FactNames.Origin => new FactValue(entry.Origin.Name, null, null),
        FactNames.ExportCountry => new FactValue((entry.ExportCountry ?? entry.Origin).Name, null, null),
        _ => entry.Facts.TryGetValue(name, out var text) ? FactValue.Read(text) : null,
    };
}
