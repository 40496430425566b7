namespace GeoGraph.Exposure.Sea;

/// <summary>Makes a network of a chart.</summary>
internal static class SeaNetworkBuilder
{
    /// <summary>The network. What the chart repeats is taken once.</summary>
    public static SeaNetwork Build(SeaChart chart)
    {
        var marks = new SeaMarks(chart);
        var sets = new MarkSets();
        GeoPoint[] points = [.. chart.Lanes.SelectMany(lane => lane.Path).Distinct().Order()];
        var numbers = new Dictionary<GeoPoint, int>(points.Length);
        for (var point = 0; point < points.Length; point++)
            numbers.Add(points[point], point);
        var stretches = chart.Lanes.SelectMany(lane => Stretches(lane, numbers, marks, sets)).Distinct()
            .OrderBy(stretch => stretch.From).ThenBy(stretch => stretch.To).ThenBy(stretch => sets[stretch.Marks].Length).ThenBy(stretch => Key(sets, stretch.Marks), StringComparer.Ordinal);
        var ports = chart.Ports.GroupBy(port => port.Code, StringComparer.Ordinal).Select(ports => ports.MinBy(port => port.Id)!).OrderBy(port => port.Code, StringComparer.Ordinal);
        return new SeaNetwork(chart, marks, sets, points, new SeaStretches(points.Length, [.. stretches]), [.. ports]);
    }

    private static IEnumerable<(int From, int To, long Length, int Marks)> Stretches(SeaLane lane, Dictionary<GeoPoint, int> numbers, SeaMarks marks, MarkSets sets)
    {
        var label = lane.Passage is { } passage ? marks.Label(passage) : null;
        for (var i = 1; i < lane.Path.Count; i++)
        {
            var (from, to) = lane.Path[i - 1].CompareTo(lane.Path[i]) < 0 ? (lane.Path[i - 1], lane.Path[i]) : (lane.Path[i], lane.Path[i - 1]);
            if (from == to)
                continue;
            var passed = Passed(from, to, label, marks);
            yield return (numbers[from], numbers[to], Math.Max(1, from.MicrometresTo(to)), passed.Count == 0 ? 0 : sets.NumberOf(passed));
        }
    }

    private static List<int> Passed(GeoPoint from, GeoPoint to, int? label, SeaMarks marks)
    {
        var passed = new List<int>();
        if (label is { } stretch)
            passed.Add(stretch);
        foreach (var gate in marks.Gates)
        {
            if (GateCrossing.Crosses(from, to, gate.Gate!.Value))
                passed.Add(marks.Gate(gate.GateName)!.Value);
        }
        return passed;
    }

    private static string Key(MarkSets sets, int set) => string.Join(' ', sets[set].ToArray());
}
