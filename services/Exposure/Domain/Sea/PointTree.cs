namespace GeoGraph.Exposure.Sea;

/// <summary>Finds the nearest of many points by great circle: a tree that halves them by one coordinate of the sphere after the other.</summary>
internal sealed class PointTree
{
    private readonly double[][] _coordinates;
    private readonly int[] _order;

    /// <summary>Takes the points; they are known by their place in the list.</summary>
    public PointTree(IReadOnlyList<GeoPoint> points)
    {
        var places = points.Select(point => point.OnSphere()).ToArray();
        _coordinates = [[.. places.Select(place => place.X)], [.. places.Select(place => place.Y)], [.. places.Select(place => place.Z)]];
        _order = [.. Enumerable.Range(0, points.Count)];
        Halve(0, _order.Length, 0);
    }

    /// <summary>The nearest point; of several equally near the first. -1 where there is none.</summary>
    public int Nearest(GeoPoint to)
    {
        var place = to.OnSphere();
        double[] target = [place.X, place.Y, place.Z];
        var best = (Distance: double.PositiveInfinity, Point: -1);
        Search(0, _order.Length, 0, target, ref best);
        return best.Point;
    }

    // The tree is as deep as the logarithm of the number of points.
    private void Halve(int from, int end, int axis)
    {
        if (end - from < 2)
            return;
        var coordinate = _coordinates[axis];
        Array.Sort(_order, from, end - from, Comparer<int>.Create((left, right) =>
            coordinate[left] != coordinate[right] ? coordinate[left].CompareTo(coordinate[right]) : left.CompareTo(right)));
        var middle = (from + end) / 2;
        Halve(from, middle, (axis + 1) % 3);
        Halve(middle + 1, end, (axis + 1) % 3);
    }

    private void Search(int from, int end, int axis, double[] target, ref (double Distance, int Point) best)
    {
        if (from >= end)
            return;
        var middle = (from + end) / 2;
        var point = _order[middle];
        var distance = Square(0, point, target) + Square(1, point, target) + Square(2, point, target);
        if (distance < best.Distance || (distance == best.Distance && point < best.Point))
            best = (distance, point);
        var off = target[axis] - _coordinates[axis][point];
        var next = (axis + 1) % 3;
        var (nearFrom, nearEnd, farFrom, farEnd) = off < 0 ? (from, middle, middle + 1, end) : (middle + 1, end, from, middle);
        Search(nearFrom, nearEnd, next, target, ref best);
        if (off * off <= best.Distance)
            Search(farFrom, farEnd, next, target, ref best);
    }

    private double Square(int axis, int point, double[] target)
    {
        var off = target[axis] - _coordinates[axis][point];
        return off * off;
    }
}
