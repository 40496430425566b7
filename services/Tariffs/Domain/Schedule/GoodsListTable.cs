namespace GeoGraph.Tariffs;

/// <summary>Goods lists by number and id.</summary>
internal sealed class GoodsListTable
{
    private readonly Dictionary<string, int> _numbers;

    private GoodsListTable(Dictionary<string, int> numbers, DatedSpans[] spans)
    {
        _numbers = numbers;
        Spans = spans;
    }

    /// <summary>The codes of each list, by number.</summary>
    public DatedSpans[] Spans { get; }

    /// <summary>The number of a list, or null where there is none of this id.</summary>
    public int? NumberOf(string id) => _numbers.TryGetValue(id, out var number) ? number : null;

    /// <summary>Compiles lists; codes that cannot be read are left out and reported.</summary>
    public static GoodsListTable Compile(IReadOnlyList<GoodsList> lists, List<CompileProblem> problems)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var spans = new List<DatedSpans>();
        foreach (var list in lists.OrderBy(list => list.Id, StringComparer.Ordinal))
        {
            if (numbers.TryAdd(list.Id, spans.Count))
                spans.Add(new DatedSpans(Read(list, problems)));
            else
                problems.Add(new CompileProblem(ProblemKind.Refused, list.Id, "another list has this id; the first one given is used."));
        }
        return new GoodsListTable(numbers, [.. spans]);
    }

    private static IEnumerable<DatedSpan> Read(GoodsList list, List<CompileProblem> problems)
    {
        foreach (var entry in list.Entries)
        {
            foreach (var code in entry.Codes)
            {
                if (CodeSpan.TryParse(code, out var span))
                    yield return new DatedSpan(span, entry.Valid, entry.Known);
                else
                    problems.Add(new CompileProblem(ProblemKind.Refused, list.Id, $"the code '{code}' is left out: {CodeSpan.Rule}."));
            }
        }
    }
}
