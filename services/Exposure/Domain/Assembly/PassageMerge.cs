using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Assembly;

/// <summary>The lists of transits of a graph that is being made: those before, and new ones behind.</summary>
internal sealed class PassageMerge
{
    private readonly int[] _ofStaged;
    private readonly GraphStage _stage;
    private readonly NodeTable _nodes;

    /// <summary>Merges the lists.</summary>
    public PassageMerge(TransitTable before, GraphStage stage, NodeMerge nodes)
    {
        (_stage, _nodes) = (stage, nodes.Table);
        var added = new Numbering<StatedTransits>(null);
        _ofStaged = [.. Enumerable.Range(0, stage.Transits.Count).Select(list => new StatedTransits(stage.TransitsOf(list)))
            .Select(stated => before.Lists.Find(stated) ?? (before.Lists.Count + added.Of(stated)))];
        Lists = before.Lists.With(added.Items, nodes.AreChokepointsKept, stated => [.. RowChecks.AcceptTransits(stated, FindChokepoint, static _ => { })]);
    }

    /// <summary>All lists.</summary>
    public PassageLists Lists { get; }

    /// <summary>The list of a staged relation; -1 for none.</summary>
    public int ListOf(int row) => _stage.Relations.Block(row).Transits(StagedRelations.Within(row)) is >= 0 and var list ? _ofStaged[list] : -1;

    /// <summary>Why transits of a list are refused; empty where none is.</summary>
    public IReadOnlyList<string> Refusals(int list)
    {
        if (Lists.Accepted(list).Length == Lists.Stated(list).Count)
            return [];
        var refusals = new List<string>();
        foreach (var _ in RowChecks.AcceptTransits(Lists.Stated(list), FindChokepoint, refusals.Add))
            continue;
        return refusals;
    }

    private int? FindChokepoint(EntityId id) =>
        _nodes.Place(System.Text.Encoding.UTF8.GetBytes(id.Value)) is >= 0 and var node && _nodes.Kinds[node] == NodeKind.Chokepoint ? node : null;
}
