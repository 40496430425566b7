using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>Some codes of a list, for a time.</summary>
/// <param name="Codes">HS or HTS prefixes or ranges.</param>
/// <param name="Valid">When they are on the list.</param>
/// <param name="Known">When people knew them to be on it; null means always.</param>
internal sealed record GoodsListEntry(IReadOnlyList<string> Codes, ValidPeriod Valid, ValidPeriod? Known);

/// <summary>A named list of codes that measures refer to, as an annex.</summary>
/// <param name="Id">The id, as <c>goods-list:us-annex-ii</c>.</param>
/// <param name="Title">The name for a person.</param>
/// <param name="Entries">The codes.</param>
internal sealed record GoodsList(string Id, string Title, IReadOnlyList<GoodsListEntry> Entries);
