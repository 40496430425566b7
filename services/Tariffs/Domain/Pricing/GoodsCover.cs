namespace GeoGraph.Tariffs;

/// <summary>Tells whether measures cover one code on one date; what a list says of the code is looked up once for all of them.</summary>
internal sealed class GoodsCover
{
    private readonly CompiledSchedule _schedule;
    private readonly CodeSpan _code;
    private readonly DateOnly _asOf;
    private readonly DateOnly? _knownAt;
    private readonly Dictionary<int, (Coverage Coverage, long Width)> _lists = [];

    /// <summary>Prepares to ask of a code on a date, as known.</summary>
    public GoodsCover(CompiledSchedule schedule, CodeSpan code, DateOnly asOf, DateOnly? knownAt) =>
        (_schedule, _code, _asOf, _knownAt) = (schedule, code, asOf, knownAt);

    /// <summary>How much of the code is covered, and how narrowly.</summary>
    public Coverage Of(CompiledGoods goods, out long width)
    {
        width = CodeSpan.Everything.Width;
        var included = goods.Everything ? Coverage.Full : goods.Include.Of(_code, _asOf, _knownAt, out width);
        foreach (var list in goods.IncludeLists)
        {
            var (coverage, listWidth) = List(list);
            included = Greater(included, coverage);
            width = Math.Min(width, listWidth);
        }
        if (included == Coverage.None)
            return Coverage.None;
        var excluded = goods.Exclude.Of(_code, _asOf, _knownAt, out _);
        foreach (var list in goods.ExcludeLists)
            excluded = Greater(excluded, List(list).Coverage);
        return excluded switch
        {
            Coverage.Full => Coverage.None,
            Coverage.Partial => Coverage.Partial,
            _ => included,
        };
    }

    private (Coverage Coverage, long Width) List(int list)
    {
        if (!_lists.TryGetValue(list, out var known))
            _lists[list] = known = (_schedule.ListCovers(list, _code, _asOf, _knownAt, out var width), width);
        return known;
    }

    private static Coverage Greater(Coverage left, Coverage right) => left > right ? left : right;
}
