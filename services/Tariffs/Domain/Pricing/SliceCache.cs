using System.Collections.Concurrent;

namespace GeoGraph.Tariffs;

/// <summary>
/// Keeps the slices asked for last, so that entries of one kind are prepared once. Two generations, each of a bounded size: a slice that is
/// asked for again moves to the young one, and the old one is dropped when the young one is full. Safe for concurrent use.
/// </summary>
internal sealed class SliceCache
{
    /// <summary>The most slices of a generation. With some 20 kB each, and as much again for each of a few readings, both generations stay below half a gigabyte.</summary>
    public const int Generation = 2048;

    private readonly Lock _gate = new();
    private volatile ConcurrentDictionary<SliceKey, Slice> _young = new();
    private volatile ConcurrentDictionary<SliceKey, Slice> _old = new();
    private int _count;

    /// <summary>How many slices are kept; at most two generations, and as many more as threads add at the same time.</summary>
    public int Count => _young.Count + _old.Count;

    /// <summary>The slice of a key; null where it is not kept.</summary>
    public Slice? Find(in SliceKey key)
    {
        if (_young.TryGetValue(key, out var slice))
            return slice;
        if (!_old.TryGetValue(key, out slice))
            return null;
        return Add(key, slice);
    }

    /// <summary>Keeps a slice, and gives it back.</summary>
    public Slice Add(in SliceKey key, Slice slice)
    {
        if (_young.TryAdd(key, slice) && Interlocked.Increment(ref _count) >= Generation)
            Age();
        return slice;
    }

    private void Age()
    {
        lock (_gate)
        {
            if (_count < Generation)
                return;
            _old = _young;
            _young = new();
            _count = 0;
        }
    }
}
