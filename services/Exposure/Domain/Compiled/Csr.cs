using GeoGraph.Exposure.Columns;

namespace GeoGraph.Exposure.Compiled;

/// <summary>
/// Compressed rows: for each key 0..n-1 the items that have it, in ascending order of item. Keys without items take 0.2 bytes. Immutable after construction.
/// </summary>
internal sealed class Csr
{
    private readonly RankBits _keys;
    private readonly int[] _start;
    private readonly int[] _items;

    /// <summary>Sorts items 0..m-1 by their key.</summary>
    /// <param name="keyCount">How many keys there are.</param>
    /// <param name="itemCount">How many items there are.</param>
    /// <param name="keyOfItem">The key of each item, 0 to <paramref name="keyCount"/> exclusive.</param>
    public Csr(int keyCount, int itemCount, Func<int, int> keyOfItem)
    {
        var next = new int[keyCount];
        for (var item = 0; item < itemCount; item++)
            next[keyOfItem(item)]++;
        var words = RankBits.Words(keyCount);
        var starts = new List<int>();
        var sum = 0;
        for (var key = 0; key < keyCount; key++)
        {
            if (next[key] == 0)
                continue;
            RankBits.Mark(words, key);
            starts.Add(sum);
            (next[key], sum) = (sum, sum + next[key]);
        }
        starts.Add(sum);
        (_keys, _start, _items) = (new RankBits(words), [.. starts], new int[itemCount]);
        for (var item = 0; item < itemCount; item++)
            _items[next[keyOfItem(item)]++] = item;
    }

    /// <summary>Bytes that it takes.</summary>
    public long Bytes => _keys.Bytes + ((_start.LongLength + _items.LongLength) * sizeof(int));

    /// <summary>The items of one key.</summary>
    public ReadOnlySpan<int> this[int key]
    {
        get
        {
            if (!_keys[key])
                return [];
            var place = _keys.Before(key);
            return _items.AsSpan(_start[place].._start[place + 1]);
        }
    }
}
