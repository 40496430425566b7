using System.Collections.Frozen;

namespace GeoGraph.Tariffs;

/// <summary>What the facts with fixed names may be.</summary>
internal static class FactRules
{
    /// <summary>The kind of a fact and its bounds, inclusive; null for none.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Least">The least value.</param>
    /// <param name="Most">The greatest value.</param>
    /// <param name="Words">The words that it is one of; null for any.</param>
    public sealed record Shape(FactKind Kind, decimal? Least = null, decimal? Most = null, IReadOnlyList<string>? Words = null);

    private static readonly Shape Share = new(FactKind.Number, 0m, 1m);
    private static readonly Shape Amount = new(FactKind.Number, 0m);
    private static readonly Shape YesNo = new(FactKind.YesNo);

    private static readonly FrozenDictionary<string, Shape> ByName = new Dictionary<string, Shape>
    {
        [FactNames.LoadedOn] = new(FactKind.Date),
        ["transport"] = new(FactKind.Word, Words: ["ocean", "air", "truck", "rail", "post", "courier", "pipeline"]),
        ["postal_method"] = new(FactKind.Word, Words: ["ad_valorem", "specific"]),
        ["special_program"] = new(FactKind.Word),
        ["usmca_originating"] = YesNo,
        ["transshipment_found"] = YesNo,
        ["de_minimis_claimed"] = YesNo,
        ["regional_value_content"] = Share,
        ["us_content_share"] = Share,
        ["metal_weight_share"] = Share,
        ["uk_melt_pour_share"] = Share,
        ["tpp"] = Amount,
        ["dram_gbps"] = Amount,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The shape of a fact, by its name or its prefix; null where none is fixed.</summary>
    public static Shape? Of(string name) => ByName.GetValueOrDefault(name)
        ?? (FactNames.IsContent(name) || name.StartsWith(FactNames.QuotaUsed, StringComparison.Ordinal) ? Amount : null);

    /// <summary>The rule that a value breaks, in words; null where it breaks none.</summary>
    public static string? Broken(Shape shape, FactValue value)
    {
        if (shape.Kind != FactKind.Word && value.Kind != shape.Kind)
            return $"it is {FactKindTable.Name(shape.Kind)}";
        if (value.Number is { } number && (number < shape.Least || number > shape.Most))
            return shape.Most is { } most ? $"it lies between {shape.Least} and {most}" : $"it is not below {shape.Least}";
        return shape.Words is { } words && !words.Contains(value.Text, StringComparer.OrdinalIgnoreCase) ? $"it is one of {string.Join(", ", words)}" : null;
    }
}
