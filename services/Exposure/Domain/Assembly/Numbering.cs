namespace GeoGraph.Exposure.Assembly;

/// <summary>Numbers things in the order in which they are first seen. Not thread-safe.</summary>
/// <typeparam name="T">The things; equal ones have one number.</typeparam>
internal sealed class Numbering<T>(IEqualityComparer<T>? comparer)
    where T : notnull
{
    private readonly Dictionary<T, int> _numbers = new(comparer);
    private readonly List<T> _items = [];

    /// <summary>The things, by number.</summary>
    public IReadOnlyList<T> Items => _items;

    /// <summary>The number of a thing, a new one where it is new.</summary>
    public int Of(T item)
    {
        if (_numbers.TryGetValue(item, out var number))
            return number;
        _items.Add(item);
        return _numbers[item] = _items.Count - 1;
    }
}
