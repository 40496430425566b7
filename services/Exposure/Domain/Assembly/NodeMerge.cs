using GeoGraph.Core;
using GeoGraph.Exposure.Columns;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Assembly;

/// <summary>The nodes of a graph that is being made: those before that stay, with the staged ones in their places.</summary>
internal sealed class NodeMerge
{
    private readonly NodeTable _before;
    private readonly GraphStage _stage;
    private readonly RowChecks _checks;
    private readonly List<NodeRow> _refused = [];
    private int[] _source = [];

    private NodeMerge(NodeTable before, GraphStage stage, RowChecks checks) => (_before, _stage, _checks) = (before, stage, checks);

    /// <summary>The nodes.</summary>
    public NodeTable Table { get; private set; } = NodeTable.Empty;

    /// <summary>The new number of each node before, the complement of the place for one that is gone; null where every number stays.</summary>
    public int[]? NewOfOld { get; private set; }

    /// <summary>The node of each name of the stage; -1 for none.</summary>
    public int[] OfName { get; private set; } = [];

    /// <summary>True where every number stays, and what each chokepoint is.</summary>
    public bool AreChokepointsKept { get; private set; } = true;

    /// <summary>Staged nodes refused, in order of id.</summary>
    public IReadOnlyList<NodeRow> Refused => _refused;

    /// <summary>Staged nodes taken of which a field counts as not stated.</summary>
    public Dictionary<EntityId, NodeRow> Tolerated { get; } = [];

    /// <summary>The new number of a node before, which stays.</summary>
    public int New(int old) => NewOfOld is null ? old : NewOfOld[old];

    /// <summary>Merges.</summary>
    /// <param name="before">The nodes before.</param>
    /// <param name="stage">What comes; a staged node takes the place of the one before.</param>
    /// <param name="removed">Numbers of nodes that go.</param>
    /// <param name="terms">Takes their dates.</param>
    /// <param name="checks">Takes their faults.</param>
    public static NodeMerge Run(NodeTable before, GraphStage stage, IReadOnlySet<int> removed, TermIndex terms, RowChecks checks)
    {
        var merge = new NodeMerge(before, stage, checks);
        var staged = merge.Unique();
        merge.Table = before;
        if (staged.Count > 0 || removed.Count > 0)
        {
            merge.Order(staged, removed);
            merge.Table = new NodeColumns(before, stage, merge._source, staged, terms).ToTable();
        }
        merge.FindNames();
        return merge;
    }

    // Places of the staged nodes whose id is theirs alone, in order of id.
    private List<int> Unique()
    {
        var order = Enumerable.Range(0, _stage.Nodes.Count).ToArray();
        if (!IsInOrder())
            Array.Sort(order, (left, right) => IdAt(left).SequenceCompareTo(IdAt(right)));
        var unique = new List<int>(order.Length);
        for (var first = 0; first < order.Length;)
        {
            var end = first + 1;
            while (end < order.Length && _stage.Nodes[order[end]].Name == _stage.Nodes[order[first]].Name)
                end++;
            if (end == first + 1)
                unique.Add(order[first]);
            else
                Refuse(order.AsSpan(first, end - first));
            first = end;
        }
        foreach (var place in _stage.OddNodes.Keys.Where(place => unique.BinarySearch(place, Comparer<int>.Create((left, right) => IdAt(left).SequenceCompareTo(IdAt(right)))) is >= 0 and var at && unique[at] == place))
        {
            NodeRules.Note(_stage.OddNodes[place], _checks);
            Tolerated.Add(_stage.OddNodes[place].Id, _stage.OddNodes[place]);
        }
        return unique;
    }

    private void Refuse(ReadOnlySpan<int> places)
    {
        _checks.Note(_stage.IdOf(_stage.Nodes[places[0]].Name), DataFault.DuplicateId, $"id stands on {places.Length} rows");
        foreach (var place in places)
            _refused.Add(_stage.NodeRow(place));
    }

    private ReadOnlySpan<byte> IdAt(int place) => _stage.Names.Texts[_stage.Nodes[place].Name];

    private bool IsInOrder()
    {
        for (var place = 1; place < _stage.Nodes.Count; place++)
        {
            if (IdAt(place - 1).SequenceCompareTo(IdAt(place)) > 0)
                return false;
        }
        return true;
    }

    private void Order(List<int> staged, IReadOnlySet<int> removed)
    {
        var (source, numbers, old) = (new List<int>(_before.Count + staged.Count), new int[_before.Count], 0);
        var areKept = true;
        foreach (var place in staged)
        {
            var found = _before.Count == 0 ? ~0 : _before.Place(IdAt(place));
            Keep(found >= 0 ? found : ~found);
            areKept &= found >= 0;
            AreChokepointsKept &= found >= 0 && (_before.Kinds[found] == NodeKind.Chokepoint) == (_stage.Nodes[place].Kind == NodeKind.Chokepoint);
            if (found >= 0)
                numbers[old++] = source.Count;
            source.Add(~place);
        }
        Keep(_before.Count);
        _source = [.. source];
        NewOfOld = areKept && source.Count == _before.Count ? null : numbers;
        AreChokepointsKept &= NewOfOld is null;

        void Keep(int end)
        {
            for (; old < end; old++)
            {
                numbers[old] = removed.Contains(old) ? ~source.Count : source.Count;
                if (!removed.Contains(old))
                    source.Add(old);
            }
        }
    }

    private void FindNames()
    {
        var names = _stage.Names.Texts;
        OfName = new int[names.Count];
        Array.Fill(OfName, int.MinValue);
        for (var node = 0; node < _source.Length; node++)
        {
            if (_source[node] < 0)
                OfName[_stage.Nodes[~_source[node]].Name] = node;
        }
        InRanges.Each(names.Count, 16_384, (first, end) =>
        {
            for (var name = first; name < end; name++)
                OfName[name] = OfName[name] >= 0 ? OfName[name] : Math.Max(-1, Table.Place(names[name]));
        });
        for (var name = 0; name < OfName.Length; name++)
        {
            if (_stage.Current(name) != name)
                OfName[name] = OfName[_stage.Current(name)];
        }
    }
}
