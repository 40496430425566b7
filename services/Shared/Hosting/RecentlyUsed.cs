namespace GeoGraph.Hosting;

/// <summary>
/// The few values that were used last, so that what is costly to make is made once. They are looked through one after the other, the newest first, and the least recently used
/// is dropped. Safe for concurrent use.
/// </summary>
/// <typeparam name="T">The values, each with what it is found by.</typeparam>
/// <param name="most">How many are kept, at least 1.</param>
/// <param name="isTooMuch">True for values that are too much to keep together; the last one is kept whatever it says. Null where their number alone counts.</param>
public sealed class RecentlyUsed<T>(int most, Func<IReadOnlyCollection<T>, bool>? isTooMuch = null)
    where T : class
{
    private readonly Lock _gate = new();
    private readonly LinkedList<T> _newestFirst = new();

    /// <summary>The value that fits, which becomes the newest; null where none does.</summary>
    public T? Find(Func<T, bool> fits)
    {
        lock (_gate)
            return Take(fits);
    }

    /// <summary>The value that fits, or a new one. <paramref name="make"/> runs while other callers wait, so it is quick.</summary>
    public T GetOrAdd(Func<T, bool> fits, Func<T> make)
    {
        lock (_gate)
            return Take(fits) ?? Put(make());
    }

    /// <summary>Keeps a value as the newest.</summary>
    public void Add(T value)
    {
        lock (_gate)
            Put(value);
    }

    /// <summary>Forgets the value that fits, if any does.</summary>
    public void Forget(Func<T, bool> fits)
    {
        lock (_gate)
        {
            if (Take(fits) is not null)
                _newestFirst.RemoveFirst();
        }
    }

    private T? Take(Func<T, bool> fits)
    {
        for (var node = _newestFirst.First; node is not null; node = node.Next)
        {
            if (!fits(node.Value))
                continue;
            _newestFirst.Remove(node);
            _newestFirst.AddFirst(node);
            return node.Value;
        }
        return null;
    }

    private T Put(T value)
    {
        _newestFirst.AddFirst(value);
        while (_newestFirst.Count > most || (_newestFirst.Count > 1 && isTooMuch?.Invoke(_newestFirst) == true))
            _newestFirst.RemoveLast();
        return value;
    }
}
