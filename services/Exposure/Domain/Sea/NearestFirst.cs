namespace GeoGraph.Exposure.Sea;

/// <summary>A heap of points by distance: the nearest first, of equal distances the lower number. Each node has four below it.</summary>
internal sealed class NearestFirst
{
    private const int Below = 4;
    private (long Distance, int Point)[] _items = new (long, int)[1024];

    /// <summary>How many it holds.</summary>
    public int Count { get; private set; }

    /// <summary>The distance of the nearest; it must hold one.</summary>
    public long NearestDistance => _items[0].Distance;

    /// <summary>Takes a point; a point may be in it several times.</summary>
    public void Push(long distance, int point)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, 2 * Count);
        var at = Count++;
        while (at > 0)
        {
            var above = (at - 1) / Below;
            if (!Before(distance, point, _items[above]))
                break;
            _items[at] = _items[above];
            at = above;
        }
        _items[at] = (distance, point);
    }

    /// <summary>Gives the nearest away; it must hold one.</summary>
    public (long Distance, int Point) Pop()
    {
        var nearest = _items[0];
        var last = _items[--Count];
        var at = 0;
        for (var first = 1; first < Count; first = (at * Below) + 1)
        {
            var least = first;
            for (var other = first + 1; other < Math.Min(first + Below, Count); other++)
            {
                if (Before(_items[other].Distance, _items[other].Point, _items[least]))
                    least = other;
            }
            if (!Before(_items[least].Distance, _items[least].Point, last))
                break;
            _items[at] = _items[least];
            at = least;
        }
        _items[at] = last;
        return nearest;
    }

    /// <summary>Empties it.</summary>
    public void Clear() => Count = 0;

    private static bool Before(long distance, int point, (long Distance, int Point) other) =>
        distance < other.Distance || (distance == other.Distance && point < other.Point);
}
