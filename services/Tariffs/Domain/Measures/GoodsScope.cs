namespace GeoGraph.Tariffs;

/// <summary>What goods a measure covers: what something included covers and nothing excluded does.</summary>
/// <param name="Include">HS or HTS prefixes of 2 to 10 digits, or ranges of prefixes of one length, both ends inclusive.</param>
/// <param name="Exclude">Prefixes or ranges left out.</param>
/// <param name="IncludeListIds">Goods lists included, as of the entry date.</param>
/// <param name="ExcludeListIds">Goods lists left out, as of the entry date.</param>
internal sealed record GoodsScope(
    IReadOnlyList<string> Include,
    IReadOnlyList<string> Exclude,
    IReadOnlyList<string> IncludeListIds,
    IReadOnlyList<string> ExcludeListIds)
{
    /// <summary>Every good.</summary>
    public static readonly GoodsScope All = new([], [], [], []);

    /// <summary>The goods of some prefixes or ranges.</summary>
    public static GoodsScope Of(params string[] include) => new(include, [], [], []);
}
