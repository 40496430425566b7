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

    /// <summary>True for the value of a content.</summary>
    public static bool IsContent(string name) => name.StartsWith(ContentValue, StringComparison.Ordinal);

    /// <summary>True for the facts that the entry's own fields give.</summary>
    public static bool IsBuiltIn(string name) => name is EntryDate or CustomsValue or ExportCountry or Origin;
}
