namespace GeoGraph.Exposure.Compiled;

/// <summary>
/// Compressed rows: for each key 0..n-1 the items that have it, in ascending order of item. Immutable after construction.
/// </summary>
internal sealed class Csr
{
    private readonly int[] _start;
    private readonly int[] _items;

    /// <summary>Sorts items 0..m-1 by their key.</summary>
    /// <param name="keyCount">How many keys there are.</param>
    /// <param name="keyOfItem">The key of each item, 0 to <paramref name="keyCount"/> exclusive.</param>
    public Csr(int keyCount, ReadOnlySpan<int> keyOfItem)
    {
        _start = new int[keyCount + 1];
        foreach (var key in keyOfItem)
            _start[key + 1]++;
        for (var key = 0; key < keyCount; key++)
            _start[key + 1] += _start[key];
        _items = new int[keyOfItem.Length];
        var next = _start.AsSpan(0, keyCount).ToArray();
        for (var item = 0; item < keyOfItem.Length; item++)
            _items[next[keyOfItem[item]]++] = item;
    }

    /// <summary>The items of one key.</summary>
    public ReadOnlySpan<int> this[int key] => _items.AsSpan(_start[key].._start[key + 1]);
}
