using GeoGraph.Exposure.Columns;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Assembly;

/// <summary>Makes a graph from the one before it, less what is removed, and from staged rows. A first graph is made from an empty one.</summary>
internal static class GraphAssembly
{
    /// <summary>The graph. What is staged must not be used any more.</summary>
    public static CompileResult Run(CompiledGraph before, Removal removal, GraphStage stage, IPassageInference? inference)
    {
        stage.Relations.Seal();
        var checks = new RowChecks();
        var terms = new TermIndex(before.Periods);
        var nodes = NodeMerge.Run(before.Nodes, stage, removal.Nodes, terms, checks);
        var taken = new TakenRelations(stage, nodes, terms, checks);
        var periods = terms.ToTable();
        var (texts, textOfRow) = Texts(before, stage);
        var names = new GroupNames(before.Groups.Names, taken);
        var order = FlowOrder.Run(before, removal.Flows, taken, names);
        var products = new ProductMerge(before, removal.Flows, taken);
        var (groups, starts) = GroupMerge.Run(before, taken, order, names);
        var merge = new FlowMerge(before, taken, order, products, texts, textOfRow);
        var flows = new FlowTable(merge.ToColumns(periods, starts));
        var passages = new PassageMerge(before.Transits, stage, nodes);
        var listOfFlow = merge.Packed(
            before.Transits.ListOfFlow, passages.Lists.Count - 1, flow => before.Transits.ListOfFlow[flow], passages.ListOf, false);
        var tables = Array.ConvertAll(Enum.GetValues<RelationKind>(), kind => before.Tables[(int)kind] is { } table
            ? TableMerge.Run(table, kind, removal.Others[(int)kind], taken, periods, texts, textOfRow) : null);
        var graph = new CompiledGraph
        {
            Nodes = nodes.Table,
            Periods = periods,
            Flows = flows,
            Groups = groups,
            Transits = new TransitTable(listOfFlow, passages.Lists, flows, groups),
            Tables = tables,
            Products = products.All,
            Residue = new Residue { Relations = taken.Refused, Nodes = nodes.Refused, Tolerated = nodes.Tolerated },
        };
        graph = GraphFindings.Complete(graph, passages, checks);
        graph = inference is null ? graph : graph.With(inference);
        return new CompileResult(graph, graph.Report);
    }

    // A relation of an id that is there already keeps its text.
    private static (TextTable Texts, int[]? TextOfRow) Texts(CompiledGraph before, GraphStage stage)
    {
        var texts = before.Flows.Columns.Texts;
        if (texts.Count == 0)
            return (texts.With(stage.Relations.Ids), null);
        var (added, textOfRow) = (new TextSegment(), new int[stage.Relations.Count]);
        for (var row = 0; row < textOfRow.Length; row++)
        {
            var id = stage.Relations.Ids[row];
            textOfRow[row] = Find(before, id) is { } text ? text : texts.Count + added.Add(id);
        }
        return (texts.With(added), textOfRow);
    }

    private static int? Find(CompiledGraph before, ReadOnlySpan<byte> id)
    {
        if (before.Flows.Find(id) is >= 0 and var flow)
            return before.Flows.Columns.Text[flow];
        foreach (var kind in RelationTables.Kinds)
        {
            if (before.Tables[(int)kind]!.Place(id) is >= 0 and var relation)
                return before.Tables[(int)kind]!.Text(relation);
        }
        return null;
    }
}
