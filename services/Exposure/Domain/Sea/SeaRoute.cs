namespace GeoGraph.Exposure.Sea;

/// <summary>A shortest way by sea.</summary>
/// <param name="Micrometres">Its length.</param>
/// <param name="Points">The numbers of the points that it runs through, from departure to arrival.</param>
/// <param name="Marks">The numbers of the marks that it passes, in the order in which it first meets them.</param>
internal sealed record SeaRoute(long Micrometres, IReadOnlyList<int> Points, IReadOnlyList<int> Marks);

/// <summary>Finds ways between ports.</summary>
internal static class SeaRoutes
{
    /// <summary>The shortest way between two ports; null where none is open.</summary>
    public static SeaRoute? Find(SeaNetwork network, int from, int to, SeaClosure closure)
    {
        var (start, end) = (network.PointOfPort[from], network.PointOfPort[to]);
        return start < 0 || end < 0 ? null : network.WithTree(tree => tree.GrowTo(start, end, closure.Sets(network.Sets)) ? Read(network, tree, end) : null);
    }

    private static SeaRoute Read(SeaNetwork network, WayTree tree, int end)
    {
        var points = new List<int>();
        var stretches = new List<int>();
        for (var point = end; point >= 0; point = tree.Before(point))
        {
            points.Add(point);
            if (tree.StretchTo(point) is >= 0 and var stretch)
                stretches.Add(stretch);
        }
        points.Reverse();
        stretches.Reverse();
        var marks = new List<int>();
        foreach (var stretch in stretches)
        {
            foreach (var mark in network.Sets[network.Stretches.Marks(stretch)])
            {
                if (!marks.Contains(mark))
                    marks.Add(mark);
            }
        }
        return new SeaRoute(tree.Distances[end], points, marks);
    }
}
