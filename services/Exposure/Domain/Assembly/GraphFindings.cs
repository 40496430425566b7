using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Assembly;

/// <summary>Finds the faults that show only in the whole graph, and completes the graph by its report.</summary>
internal static class GraphFindings
{
    /// <summary>The graph with its report, and with the outputs that count as not stated.</summary>
    public static CompiledGraph Complete(CompiledGraph graph, PassageMerge passages, RowChecks checks)
    {
        NoteRefusedTransits(graph, passages, checks);
        var zeros = ZeroWithSales(graph, checks);
        GroupSums.NoteExcesses(graph, checks);
        var unread = RelationTables.Kinds.Where(RelationTables.IsUnread).Sum(kind => graph.Tables[(int)kind]!.Count);
        return new CompiledGraph
        {
            Nodes = graph.Nodes,
            Periods = graph.Periods,
            Flows = graph.Flows,
            Groups = graph.Groups,
            Transits = graph.Transits,
            Tables = graph.Tables,
            Products = graph.Products,
            Residue = graph.Residue with { ZeroWithSales = zeros },
            Report = new CompileReport
            {
                Findings = checks.Findings,
                RelationsTaken = graph.Flows.Count + RelationTables.Kinds.Sum(kind => graph.Tables[(int)kind]!.Count) - unread,
                RelationsRefused = graph.Residue.Relations.Count,
                RelationsUnused = unread,
            },
        };
    }

    private static void NoteRefusedTransits(CompiledGraph graph, PassageMerge passages, RowChecks checks)
    {
        var refusals = Enumerable.Range(0, passages.Lists.Count).Select(passages.Refusals).ToArray();
        if (!Array.Exists(refusals, list => list.Count > 0))
            return;
        for (var flow = 0; flow < graph.Flows.Count; flow++)
        {
            if (graph.Transits.ListOfFlow[flow] is not (>= 0 and var list))
                continue;
            foreach (var refusal in refusals[list])
                checks.Note(graph.Flows.Id(flow), DataFault.TransitRefused, refusal);
        }
    }

    private static HashSet<int> ZeroWithSales(CompiledGraph graph, RowChecks checks)
    {
        var zeros = new HashSet<int>();
        for (var node = 0; node < graph.NodeCount && !graph.Nodes.Output.IsEmpty; node++)
        {
            if (graph.Nodes.Output[node] != 0 || !HasSales(graph, node))
                continue;
            checks.Note(graph.NodeId(node), DataFault.ZeroOutputWithSales, "output is 0");
            zeros.Add(node);
        }
        return zeros;
    }

    private static bool HasSales(CompiledGraph graph, int node)
    {
        foreach (var flow in graph.Flows.FromNode(node))
        {
            if (graph.Flows.Columns.Value[flow] > 0)
                return true;
        }
        return false;
    }
}
