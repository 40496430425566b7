using GeoGraph.Core;

namespace GeoGraph.Exposure.Sea;

/// <summary>What a way can pass and what can be shut: a labelled stretch, or a gate.</summary>
/// <param name="Label">The label, or the gate's name.</param>
/// <param name="IsGate">True for a gate.</param>
/// <param name="Chokepoints">The chokepoints that it belongs to, in order of id; none for a label that no chokepoint names.</param>
internal sealed record SeaMark(string Label, bool IsGate, IReadOnlyList<EntityId> Chokepoints);

/// <summary>All marks, numbered: labels in ordinal order, then gates.</summary>
internal sealed class SeaMarks
{
    private readonly SeaMark[] _marks;
    private readonly Dictionary<string, int> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _gates = new(StringComparer.Ordinal);

    /// <summary>The marks of a chart.</summary>
    public SeaMarks(SeaChart chart)
    {
        var straits = chart.Straits.OrderBy(strait => strait.Id).ToList();
        var labels = chart.Lanes.Select(lane => lane.Passage).OfType<string>().Concat(straits.SelectMany(strait => strait.Passages)).Distinct().Order(StringComparer.Ordinal);
        Gates = [.. straits.Where(strait => strait.Gate is not null)];
        _marks =
        [
            .. labels.Select(label => new SeaMark(label, false, [.. straits.Where(strait => strait.Passages.Contains(label)).Select(strait => strait.Id)])),
            .. Gates.Select(strait => new SeaMark(strait.GateName, true, [strait.Id])),
        ];
        for (var mark = 0; mark < _marks.Length; mark++)
            (_marks[mark].IsGate ? _gates : _labels)[_marks[mark].Label] = mark;
    }

    /// <summary>The straits that have a gate, in the order of their marks.</summary>
    public IReadOnlyList<SeaStrait> Gates { get; }

    /// <summary>How many there are.</summary>
    public int Count => _marks.Length;

    /// <summary>A mark by its number.</summary>
    public SeaMark this[int mark] => _marks[mark];

    /// <summary>The number of a label; null where there is none.</summary>
    public int? Label(string label) => _labels.TryGetValue(label, out var mark) ? mark : null;

    /// <summary>The number of a gate; null where there is none.</summary>
    public int? Gate(string name) => _gates.TryGetValue(name, out var mark) ? mark : null;

    /// <summary>The numbers of the marks of a chokepoint, labels first; none where it has neither label nor gate.</summary>
    public IReadOnlyList<int> Of(EntityId chokepoint) => [.. Enumerable.Range(0, _marks.Length).Where(mark => _marks[mark].Chokepoints.Contains(chokepoint))];
}
