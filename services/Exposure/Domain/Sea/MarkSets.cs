namespace GeoGraph.Exposure.Sea;

/// <summary>Sets of marks, each kept once and known by a number; 0 is the empty set. Safe for concurrent use.</summary>
internal sealed class MarkSets
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly Dictionary<(int, int), int> _unions = [];
    private int[][] _sets = [[]];

    /// <summary>How many sets there are so far.</summary>
    public int Count => _numbers.Count;

    /// <summary>The marks of a set, ascending.</summary>
    public ReadOnlySpan<int> this[int set] => Volatile.Read(ref _sets)[set];

    /// <summary>The number of a set.</summary>
    /// <param name="marks">Its marks, in any order, perhaps repeated.</param>
    public int NumberOf(IEnumerable<int> marks)
    {
        int[] sorted = [.. marks.Distinct().Order()];
        lock (_lock)
            return NumberOfSorted(sorted);
    }

    /// <summary>The number of the union of two sets.</summary>
    public int Union(int left, int right)
    {
        if (left == right || right == 0)
            return left;
        if (left == 0)
            return right;
        lock (_lock)
        {
            if (!_unions.TryGetValue((left, right), out var union))
                _unions[(left, right)] = union = NumberOfSorted([.. _sets[left].Union(_sets[right]).Order()]);
            return union;
        }
    }

    private int NumberOfSorted(int[] sorted)
    {
        var key = string.Join(' ', sorted);
        if (_numbers.TryGetValue(key, out var number))
            return number;
        number = _numbers.Count;
        var sets = _sets;
        if (number == sets.Length)
            Array.Resize(ref sets, 2 * number);
        sets[number] = sorted;
        Volatile.Write(ref _sets, sets);
        _numbers.Add(key, number);
        return number;
    }
}
