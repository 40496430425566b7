using System.Collections.Frozen;

namespace GeoGraph.Duties;

/// <summary>A unit that duties are charged by.</summary>
/// <param name="Name">The name that expressions are printed with, as <c>kg</c>.</param>
/// <param name="Dimension">What it measures: units of one dimension convert into one another.</param>
/// <param name="Factor">How much of the dimension's own unit one of it is; more than 0.</param>
internal sealed record UnitOfMeasure(string Name, string Dimension, decimal Factor)
{
    /// <summary>One piece.</summary>
    public static readonly UnitOfMeasure Piece = new("unit", "unit", 1m);

    private static readonly (UnitOfMeasure Unit, string Aliases)[] Table =
    [
        (Piece, "unit|units|no|number|each|piece|pieces|item|items|article|articles|pcs|pc|pin|pins"),
        (new("dozen", "unit", 12m), "dozen|doz|dz"),
        (new("gross", "unit", 144m), "gross"),
        (new("hundred", "unit", 100m), "hundred"),
        (new("thousand", "unit", 1000m), "thousand"),
        (new("pair", "pair", 1m), "pair|pairs|pr|prs"),
        (new("doz. pr.", "pair", 12m), "doz pr|doz prs|dozen pairs|dozen pair|dpr"),
        (new("head", "head", 1m), "head"),
        (new("jewel", "jewel", 1m), "jewel|jewels"),
        (new("pack", "pack", 1m), "pack|packs"),
        (new("degree", "degree", 1m), "degree|degrees"),
        (new("line/gross", "line/gross", 1m), "line/gross|gr lines|gross lines"),
        (new("kg", "kg", 1m), "kg|kgs|kilogram|kilograms|kilo|kilos"),
        (new("g", "kg", 0.001m), "g|gram|grams"),
        (new("t", "kg", 1000m), "t|ton|tons|tonne|tonnes|metric ton|metric tons"),
        (new("clean kg", "clean kg", 1m), "clean kg|ckg|cy kg"),
        (new("carat", "carat", 1m), "carat|carats"),
        (new("liter", "liter", 1m), "liter|liters|litre|litres|l|ltr"),
        (new("hl", "liter", 100m), "hl|hectoliter|hectoliters|hectolitre|hectolitres"),
        (new("m3", "liter", 1000m), "m3|m³|cubic meter|cubic meters|cubic metre|cubic metres"),
        (new("bbl", "liter", 158.987294928m), "bbl|barrel|barrels"),
        (new("pf. liter", "proof liter", 1m), "pf liter|pf liters|pfliter|pfliters|proof liter|proof liters"),
        (new("m", "m", 1m), "m|meter|meters|metre|metres|lin m|linear meter|linear meters"),
        (new("m2", "m2", 1m), "m2|m²|square meter|square meters|square metre|square metres|sq m"),
        (new("kWh", "kWh", 1m), "kwh"),
        (new("MWh", "kWh", 1000m), "mwh"),
    ];

    private static readonly FrozenDictionary<string, UnitOfMeasure> ByAlias = Table
        .SelectMany(row => row.Aliases.Split('|').Select(alias => (alias, row.Unit)))
        .ToFrozenDictionary(pair => pair.alias, pair => pair.Unit, StringComparer.Ordinal);

    /// <summary>The most words that a unit's name has.</summary>
    public const int MostWords = 2;

    /// <summary>Finds a unit by any of its names, in any case and with or without points; null where none is known by it.</summary>
    public static UnitOfMeasure? Find(string name) => ByAlias.GetValueOrDefault(Fold(name));

    private static string Fold(string name)
    {
        var words = name.Replace(".", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words).ToLowerInvariant();
    }
}
