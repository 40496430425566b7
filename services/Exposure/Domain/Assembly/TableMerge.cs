using GeoGraph.Exposure.Columns;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Assembly;

/// <summary>Merges the relations of a kind that is no flow, in order of id.</summary>
internal static class TableMerge
{
    /// <summary>The table of the kind; that before where nothing changes.</summary>
    public static RelationTable Run(
        RelationTable before, RelationKind kind, IReadOnlySet<int> removed, TakenRelations taken, PeriodTable periods, TextTable texts, int[]? textOfRow)
    {
        var staged = taken.Others(kind);
        if (staged.Count == 0 && removed.Count == 0 && taken.Nodes.NewOfOld is null)
            return before;
        var source = Source(before, staged, removed, taken);
        PackedColumn Column(int max, Func<int, int> ofOld, Func<int, int> ofRow) =>
            new(source.Count, max, relation => source[relation] >= 0 ? ofOld(source[relation]) : ofRow(~source[relation]));
        var nodes = taken.Nodes.Table.Count;
        var relations = taken.Stage.Relations;
        var share = new int[source.Count];
        for (var relation = 0; relation < share.Length; relation++)
            share[relation] = source[relation] is >= 0 and var old ? before.ShareUnits(old) : relations.Block(~source[relation]).Share(StagedRelations.Within(~source[relation]));
        return new RelationTable(
            nodes, texts, periods,
            Column(texts.Count - 1, before.Text, row => textOfRow is null ? row : textOfRow[row]),
            Column(nodes - 1, relation => taken.Nodes.New(before.From(relation)), taken.From),
            Column(nodes - 1, relation => taken.Nodes.New(before.To(relation)), taken.To),
            Column(periods.Count - 1, before.Period, taken.Period),
            new SparseColumn<int>(share));
    }

    // For each new relation the one before, or the complement of the staged one.
    private static List<int> Source(RelationTable before, IReadOnlyList<int> staged, IReadOnlySet<int> removed, TakenRelations taken)
    {
        var source = new List<int>(before.Count + staged.Count);
        var old = 0;
        foreach (var row in staged)
        {
            var place = before.Count == 0 ? 0 : before.Place(taken.Stage.Relations.Ids[row]);
            Keep(place >= 0 ? place : ~place);
            source.Add(~row);
        }
        Keep(before.Count);
        return source;

        void Keep(int end)
        {
            for (; old < end; old++)
            {
                if (!removed.Contains(old))
                    source.Add(old);
            }
        }
    }
}
