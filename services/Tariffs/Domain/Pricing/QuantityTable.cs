using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>The quantities of an entry in the own unit of each dimension, of the goods and of their parts.</summary>
internal sealed class QuantityTable
{
    private static readonly QuantityTable None = new();
    private readonly Dictionary<(string Dimension, string Part), decimal> _amounts = [];

    /// <summary>Reads quantities; those with a mistake are left out and noted.</summary>
    public static QuantityTable Read(IReadOnlyDictionary<string, decimal> quantities, Violations violations)
    {
        if (quantities.Count == 0)
            return None;
        var table = new QuantityTable();
        foreach (var (name, amount) in quantities)
        {
            var field = FactNames.Quantities + name;
            if (Parse(name) is not { } read)
                violations.Add(field, name, "a quantity is named by a known unit (kg, t, liters, units, dozen …), with the part of the goods after a point where one is meant (kg.lead)");
            else if (amount < 0m)
                violations.Add(field, DecimalText.Print(amount), "a quantity is not negative");
            else if (amount > EntryRules.MostValue)
                violations.Add(field, DecimalText.Print(amount), $"a quantity is at most {DecimalText.Print(EntryRules.MostValue)}");
            else if (!table._amounts.TryAdd((read.Unit.Dimension, read.Part), amount * read.Unit.Factor)
                && table._amounts[(read.Unit.Dimension, read.Part)] != amount * read.Unit.Factor)
                violations.Add(field, DecimalText.Print(amount), $"it contradicts another quantity in {read.Unit.Dimension} of the same goods");
        }
        return table;
    }

    /// <summary>How much there is in a unit; null where the entry does not say.</summary>
    public decimal? Find(UnitOfMeasure unit, GoodsPart? part) =>
        _amounts.TryGetValue((unit.Dimension, part?.Name ?? ""), out var amount) ? amount / unit.Factor : null;

    private static (UnitOfMeasure Unit, string Part)? Parse(string name)
    {
        if (UnitOfMeasure.Find(name) is { } whole)
            return (whole, "");
        var point = name.LastIndexOf('.');
        return point > 0 && point < name.Length - 1 && UnitOfMeasure.Find(name[..point]) is { } unit ? (unit, name[(point + 1)..]) : null;
    }
}
