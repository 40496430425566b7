namespace GeoGraph.Tariffs;

/// <summary>Names of facts that pricing itself reads or gives.</summary>
internal static class FactNames
{
    /// <summary>The date of entry; always known.</summary>
    public const string EntryDate = "entry_date";

    /// <summary>The customs value; always known.</summary>
    public const string CustomsValue = "customs_value";

    /// <summary>The state that the goods are exported from, without its kind (<c>TW</c>); the origin where the entry does not say.</summary>
    public const string ExportCountry = "export_country";

    /// <summary>The state of origin, without its kind (<c>TW</c>).</summary>
    public const string Origin = "origin";

    /// <summary>When the goods were loaded.</summary>
    public const string LoadedOn = "loaded_on";

    /// <summary>Prefix of the value of a content, in the entry's currency.</summary>
    public const string ContentValue = "content_value.";

    /// <summary>Prefix of the units already entered under a quota's heading.</summary>
    public const string QuotaUsed = "quota_used.";

    /// <summary>Prefix under which an answer names a quantity that the entry does not state.</summary>
    public const string Quantities = "quantities.";

    /// <summary>What an answer names where the code is too short to decide.</summary>
    public const string Code = "hts";

    /// <summary>The programme by which an entry claims a preference, in the schedule's letters.</summary>
    public const string SpecialProgram = "special_program";

    /// <summary>True where customs found that the goods were transshipped to evade a duty.</summary>
    public const string TransshipmentFound = "transshipment_found";

    /// <summary>The regional value content of the goods, 0 to 1.</summary>
    public const string RegionalValueContent = "regional_value_content";

    /// <summary>True for what an entry is free to claim: a programme, and facts that end in <c>_claimed</c>.</summary>
    public static bool IsClaim(string name) => name == SpecialProgram || name.EndsWith("_claimed", StringComparison.Ordinal);

    /// <summary>True for statements that goods qualify by an agreement's rules of origin: facts that end in <c>_originating</c>.</summary>
    public static bool IsOriginStatement(string name) => name.EndsWith("_originating", StringComparison.Ordinal);

    /// <summary>True for the value of a content.</summary>
    public static bool IsContent(string name) => name.StartsWith(ContentValue, StringComparison.Ordinal);

    /// <summary>True for the facts that the entry's own fields give.</summary>
    public static bool IsBuiltIn(string name) => name is EntryDate or CustomsValue or ExportCountry or Origin;
}
