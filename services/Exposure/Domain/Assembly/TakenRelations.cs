using GeoGraph.Exposure.Columns;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Assembly;

/// <summary>The staged relations that keep the rules, with their ends and dates resolved; the others are noted and kept as rows.</summary>
internal sealed class TakenRelations
{
    private readonly TermIndex _terms;
    private readonly RowChecks _checks;
    private readonly int[]? _order;
    private readonly int[] _always;
    private readonly ulong[] _taken;
    private readonly List<RelationRow> _refused = [];
    private readonly Dictionary<RelationKind, List<int>> _others = [];

    /// <summary>Checks every staged relation.</summary>
    /// <param name="stage">The relations; sealed.</param>
    /// <param name="nodes">The nodes of the graph that is being made.</param>
    /// <param name="terms">Takes their dates.</param>
    /// <param name="checks">Takes their faults.</param>
    public TakenRelations(GraphStage stage, NodeMerge nodes, TermIndex terms, RowChecks checks)
    {
        (Stage, Nodes, _terms, _checks) = (stage, nodes, terms, checks);
        _order = InOrderOfId(stage.Relations);
        _always = [.. stage.Terms.Select(terms.Of)];
        _taken = RankBits.Words(stage.Relations.Count);
        for (var first = 0; first < stage.Relations.Count;)
        {
            var end = first + 1;
            while (_order is not null && end < _order.Length && stage.Relations.Ids[_order[end]].SequenceEqual(stage.Relations.Ids[_order[first]]))
                end++;
            if (end == first + 1)
                Check(RowAt(first));
            else
                RefuseAll(first, end);
            first = end;
        }
    }

    /// <summary>What is staged.</summary>
    public GraphStage Stage { get; }

    /// <summary>The nodes.</summary>
    public NodeMerge Nodes { get; }

    /// <summary>How many flows are taken.</summary>
    public int Flows { get; private set; }

    /// <summary>The rows refused, in order of id.</summary>
    public IReadOnlyList<RelationRow> Refused => _refused;

    /// <summary>The staged relations in order of id: the one at a place.</summary>
    public int RowAt(int place) => _order is null ? place : _order[place];

    /// <summary>True where the staged relation is a flow that is taken.</summary>
    public bool IsTakenFlow(int row) => (_taken[row >> 6] & (1UL << (row & 63))) != 0;

    /// <summary>The relations taken of a kind that is no flow, in order of id.</summary>
    public IReadOnlyList<int> Others(RelationKind kind) => _others.TryGetValue(kind, out var rows) ? rows : [];

    /// <summary>The node that a relation starts from.</summary>
    public int From(int row) => Nodes.OfName[Stage.Relations.Block(row).From(StagedRelations.Within(row))];

    /// <summary>The node that a relation ends on.</summary>
    public int To(int row) => Nodes.OfName[Stage.Relations.Block(row).To(StagedRelations.Within(row))];

    /// <summary>The name of the product, or -1.</summary>
    public int Product(int row) => Stage.Current(Stage.Relations.Block(row).Product(StagedRelations.Within(row)));

    /// <summary>Index of the term of a relation that is taken.</summary>
    public int Period(int row)
    {
        var term = Stage.Relations.Block(row).Term(StagedRelations.Within(row));
        var (from, to) = (Nodes.Table.Period[From(row)], Nodes.Table.Period[To(row)]);
        return (from | to) == 0 ? _always[term] : _terms.Of(Stage.Terms[term].Within(_terms[from]).Within(_terms[to]));
    }

    private static int[]? InOrderOfId(StagedRelations relations)
    {
        if (relations.IsInOrder)
            return null;
        var order = Enumerable.Range(0, relations.Count).ToArray();
        Array.Sort(order, (left, right) => relations.Ids[left].SequenceCompareTo(relations.Ids[right]) is var byId && byId != 0 ? byId : left.CompareTo(right));
        return order;
    }

    private void RefuseAll(int first, int end)
    {
        var rows = Enumerable.Range(first, end - first).Select(place => Stage.RelationRow(RowAt(place))).ToList();
        _checks.Note(rows[0].Id, DataFault.DuplicateId, $"id stands on {rows.Count} rows");
        _refused.AddRange(rows);
    }

    private void Check(int row)
    {
        var staged = Stage.Relations[row];
        if (!IsAcceptable(row, staged))
        {
            _refused.Add(Stage.RelationRow(row));
            return;
        }
        if (staged.IsFlow)
        {
            RankBits.Mark(_taken, row);
            Flows++;
            return;
        }
        if (!_others.TryGetValue(staged.Kind, out var rows))
            _others[staged.Kind] = rows = [];
        rows.Add(row);
    }

    private bool IsAcceptable(int row, in StagedRelation staged)
    {
        if (Stage.OddRelations.ContainsKey(row)
            || (staged.IsFlow && (Stage.Current(staged.From) == Stage.Current(staged.To) || (staged.Group < 0 && staged.Product < 0))))
        {
            _checks.NoteOwnFaults(Stage.RelationRow(row));
            return false;
        }
        return IsEnd(row, staged.From, "from") && IsEnd(row, staged.To, "to") && IsEver(row, staged);
    }

    private bool IsEnd(int row, int name, string field)
    {
        if (Nodes.OfName[name] >= 0)
            return true;
        var refused = Stage.RelationRow(row);
        _checks.Note(refused.Id, DataFault.AbsentNode, $"{field} is {Stage.IdOf(Stage.Current(name))}, which is no node of the graph");
        return false;
    }

    private bool IsEver(int row, in StagedRelation staged)
    {
        var (from, to) = (_terms[Nodes.Table.Period[Nodes.OfName[staged.From]]], _terms[Nodes.Table.Period[Nodes.OfName[staged.To]]]);
        var term = Stage.Terms[staged.Term];
        if (!term.Within(from).Within(to).IsNever)
        {
            _ = Period(row);
            return true;
        }
        var refused = Stage.RelationRow(row);
        _checks.Note(refused.Id, DataFault.NeverValid, $"{refused.Valid} shares no date with {from.Own} of {refused.From} and {to.Own} of {refused.To}");
        return false;
    }
}
