using System.Collections.Frozen;

namespace GeoGraph.Tariffs;

/// <summary>How the codes of a list changed; dates apart.</summary>
/// <param name="Id">The list's id.</param>
/// <param name="Number">The list's number.</param>
/// <param name="Removed">Spans that are not on it any more, at any time.</param>
/// <param name="Added">Spans that are new on it.</param>
internal sealed record ListChange(string Id, int Number, IReadOnlyCollection<OwnedSpan<int>> Removed, IReadOnlyCollection<OwnedSpan<int>> Added);

/// <summary>What became of the lists by a new source.</summary>
/// <param name="Lists">The lists whose codes changed.</param>
/// <param name="Ids">Ids of the lists that came or went.</param>
internal sealed record ListChanges(IReadOnlyList<ListChange> Lists, IReadOnlySet<string> Ids);

/// <summary>The numbers of goods lists, by id. Immutable.</summary>
internal sealed class ListNumbers(FrozenDictionary<string, int> numbers)
{
    /// <summary>No lists.</summary>
    public static readonly ListNumbers None = new(FrozenDictionary<string, int>.Empty);

    /// <summary>The number of a list, or null where there is none of this id.</summary>
    public int? Of(string id) => numbers.TryGetValue(id, out var number) ? number : null;
}

/// <summary>
/// The goods lists of a source, read, and kept in step with it: a list that is the same object as before is not read again. A list
/// keeps its number as long as it is there. Not thread-safe; the arrays that it gave never change.
/// </summary>
internal sealed class ListSet
{
    private readonly Dictionary<string, Row> _rows = new(StringComparer.Ordinal);
    private readonly Stack<int> _free = new();
    private readonly List<CompileProblem> _repeated = [];

    /// <summary>The codes of each list, by number.</summary>
    public DatedSpans[] Spans { get; private set; } = [];

    /// <summary>What is wrong with the lists.</summary>
    public IEnumerable<CompileProblem> Problems => _rows.Values.SelectMany(row => row.Problems).Concat(_repeated);

    /// <summary>The numbers of the lists that there are now.</summary>
    public ListNumbers Numbers { get; private set; } = ListNumbers.None;

    /// <summary>Takes the lists of a new source.</summary>
    public ListChanges Take(IReadOnlyList<GoodsList> lists)
    {
        var changes = new List<ListChange>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(lists.Count, StringComparer.Ordinal);
        _repeated.Clear();
        foreach (var list in lists)
        {
            if (!seen.Add(list.Id))
                _repeated.Add(new CompileProblem(ProblemKind.Refused, list.Id, "another list has this id; the first one given is used."));
            else if (!_rows.TryGetValue(list.Id, out var row) || !ReferenceEquals(row.List, list))
                changes.Add(Put(list, row, ids));
        }
        foreach (var gone in _rows.Keys.Where(id => !seen.Contains(id)).ToArray())
            changes.Add(Remove(gone, ids));
        if (changes.Count > 0)
            (Spans, Numbers) = (Rows(changes), new ListNumbers(_rows.ToFrozenDictionary(row => row.Key, row => row.Value.Number, StringComparer.Ordinal)));
        return new ListChanges(changes, ids);
    }

    private ListChange Put(GoodsList list, Row? before, HashSet<string> ids)
    {
        if (before is null)
            ids.Add(list.Id);
        var number = before?.Number ?? (_free.TryPop(out var free) ? free : _rows.Count);
        var problems = new List<CompileProblem>();
        var after = new Row(number, list, new DatedSpans(Read(list, problems)), problems);
        _rows[list.Id] = after;
        return Compare(list.Id, number, before?.Spans ?? DatedSpans.None, after.Spans);
    }

    private ListChange Remove(string id, HashSet<string> ids)
    {
        _rows.Remove(id, out var row);
        ids.Add(id);
        _free.Push(row!.Number);
        return Compare(id, row.Number, row.Spans, DatedSpans.None);
    }

    private DatedSpans[] Rows(List<ListChange> changes)
    {
        var spans = new DatedSpans[Math.Max(Spans.Length, changes.Max(change => change.Number) + 1)];
        Array.Fill(spans, DatedSpans.None);
        foreach (var row in _rows.Values)
            spans[row.Number] = row.Spans;
        return spans;
    }

    private static ListChange Compare(string id, int number, DatedSpans before, DatedSpans after)
    {
        var (old, now) = (before.All.Select(dated => dated.Span).ToHashSet(), after.All.Select(dated => dated.Span).ToHashSet());
        return new ListChange(id, number,
            [.. old.Where(span => !now.Contains(span)).Select(span => new OwnedSpan<int>(span, number))],
            [.. now.Where(span => !old.Contains(span)).Select(span => new OwnedSpan<int>(span, number))]);
    }

    private static List<DatedSpan> Read(GoodsList list, List<CompileProblem> problems)
    {
        var spans = new List<DatedSpan>();
        foreach (var entry in list.Entries)
        {
            foreach (var code in entry.Codes)
            {
                if (CodeSpan.TryParse(code, out var span))
                    spans.Add(new DatedSpan(span, entry.Valid, entry.Known));
                else
                    problems.Add(new CompileProblem(ProblemKind.Refused, list.Id, $"the code '{code}' is left out: {CodeSpan.Rule}."));
            }
        }
        return spans;
    }

    private sealed record Row(int Number, GoodsList List, DatedSpans Spans, List<CompileProblem> Problems);
}
