using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>What an entry must be before it is priced. All violations are found at once.</summary>
internal static class EntryRules
{
    /// <summary>The greatest customs value.</summary>
    public const decimal MostValue = 1_000_000_000_000_000m;

    /// <summary>The most facts of one entry.</summary>
    public const int MostFacts = 200;

    /// <summary>The most characters of a fact's name, and of its value, which what is kept for other entries is found by.</summary>
    public const int MostFactLength = 256;

    /// <summary>The rule for codes, in words.</summary>
    public const string CodeRule = "an entry's code has 4, 6, 8 or 10 digits, dots allowed between them";

    /// <summary>Checks an entry against the rules and the kinds of facts that a schedule's conditions read.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="schedule">The schedule.</param>
    /// <param name="violations">Collects what breaks a rule.</param>
    /// <param name="codeIsKnown">True where an entry of the same places, code and date was found good by the same schedule.</param>
    /// <returns>The quantities, read.</returns>
    public static QuantityTable Check(Entry entry, CompiledSchedule schedule, Violations violations, bool codeIsKnown = false)
    {
        if (!codeIsKnown)
            PlacesAndCode(entry, schedule, violations);
        if (entry.CustomsValue is <= 0m or > MostValue)
            violations.Add("customs_value", DecimalText.Print(entry.CustomsValue), $"a customs value is more than 0 and at most {DecimalText.Print(MostValue)}");
        if (entry.Currency.Length != 3 || entry.Currency.AsSpan().ContainsAnyExceptInRange('A', 'Z'))
            violations.Add("currency", entry.Currency, "a currency is an ISO 4217 code of three upper-case letters");
        if (entry.EntryDate == default)
            violations.Add("entry_date", "", "an entry has a date");
        if (entry.Facts.Count > 0)
            Facts(entry, schedule, violations);
        return QuantityTable.Read(entry.Quantities, violations);
    }

    private static void PlacesAndCode(Entry entry, CompiledSchedule schedule, Violations violations)
    {
        Places(entry, violations);
        if (!HsCode.TryParse(entry.Code, out var code) || code.Length < 4)
            violations.Add("hts", entry.Code, CodeRule);
        else
            NomenclatureRules.Check(entry, code, schedule, violations);
    }

    private static void Places(Entry entry, Violations violations)
    {
        Place("importer", entry.Importer, violations);
        Place("origin", entry.Origin, violations);
        if (entry.ExportCountry is { } exportCountry)
            Place("export_country", exportCountry, violations);
    }

    private static void Place(string field, EntityId id, Violations violations)
    {
        if (id.Kind is not ("state" or "bloc"))
            violations.Add(field, id.Value, "it is the id of a state or bloc, as state:TW");
    }

    private static void Facts(Entry entry, CompiledSchedule schedule, Violations violations)
    {
        if (entry.Facts.Count > MostFacts)
            violations.Add("facts", $"{entry.Facts.Count} facts", $"an entry has at most {MostFacts} facts");
        foreach (var (name, text) in entry.Facts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var value = FactValue.Read(text);
            if (name.Length > MostFactLength || text.Length > MostFactLength)
                violations.Add("facts." + Beginning(name), text, $"the name and the value of a fact have at most {MostFactLength} characters each");
            else if (FactNames.IsBuiltIn(name))
                violations.Add("facts." + name, text, "the entry's own fields state it");
            else if (value.Text.Length == 0)
                violations.Add("facts." + name, text, "a fact that is not known is left out");
            else if (Broken(name, value, schedule) is { } rule)
                violations.Add("facts." + name, text, rule);
        }
        QuotaFacts.Check(entry, schedule.Quotas, violations);
        FactContradictions.Find(entry, violations);
    }

    private static string Beginning(string text) => text.Length <= MostFactLength ? text : text[..MostFactLength] + "…";

    private static string? Broken(string name, FactValue value, CompiledSchedule schedule)
    {
        if (FactRules.Of(name) is { } shape)
            return FactRules.Broken(shape, value);
        return schedule.FactKinds.TryGetValue(name, out var kind) && kind != FactKind.Word && value.Kind != kind
            ? $"conditions compare it as {FactKindTable.Name(kind)}"
            : null;
    }
}
