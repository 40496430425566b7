using GeoGraph.Core;

namespace GeoGraph.Agreements;

/// <summary>A named list of codes that measures refer to, as an annex.</summary>
internal sealed record GoodsList : DatedRecord
{
    public string Title { get; init; } = "";
    public IReadOnlyList<GoodsListEntry> Entries { get; init; } = [];
}

/// <summary>Codes, when they are on the list, and when people knew them to be.</summary>
internal sealed record GoodsListEntry(IReadOnlyList<CodeRange> Codes, ValidPeriod Valid, ValidPeriod Known);
