namespace GeoGraph.Agreements;

/// <summary>Finds circles: things that lead from one to the next and back to where they began.</summary>
internal static class Circles
{
    /// <summary>A shortest circle through each of some starts, one for things that share a circle, in order of start.</summary>
    /// <param name="starts">Where circles are looked for.</param>
    /// <param name="leadsTo">Where each thing leads; a thing may lead to itself.</param>
    public static IEnumerable<IReadOnlyList<T>> Through<T>(IEnumerable<T> starts, Func<T, IEnumerable<T>> leadsTo)
        where T : class
    {
        var told = new HashSet<T>(ReferenceEqualityComparer.Instance);
        foreach (var start in starts)
        {
            if (told.Contains(start) || WayBack(start, leadsTo) is not { } circle)
                continue;
            told.UnionWith(circle);
            yield return circle;
        }
    }

    // Breadth first, so that the circle found is a shortest one. Each thing remembers what led to it.
    private static List<T>? WayBack<T>(T start, Func<T, IEnumerable<T>> leadsTo)
        where T : class
    {
        var cameFrom = new Dictionary<T, T>(ReferenceEqualityComparer.Instance);
        var next = new Queue<T>([start]);
        while (next.TryDequeue(out var at))
        {
            foreach (var ahead in leadsTo(at))
            {
                if (ReferenceEquals(ahead, start))
                    return Trace(start, at, cameFrom);
                if (cameFrom.TryAdd(ahead, at))
                    next.Enqueue(ahead);
            }
        }
        return null;
    }

    private static List<T> Trace<T>(T start, T last, Dictionary<T, T> cameFrom)
        where T : class
    {
        var way = new List<T>();
        for (var at = last; !ReferenceEquals(at, start); at = cameFrom[at])
            way.Add(at);
        way.Add(start);
        way.Reverse();
        return way;
    }
}
