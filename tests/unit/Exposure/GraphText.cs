using System.Globalization;
using System.Text;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.UnitTests.Exposure;

/// <summary>Everything that a graph tells, as text: two graphs that tell the same are the same to every question.</summary>
internal static class GraphText
{
    public static string Of(CompileResult compiled)
    {
        var graph = compiled.Graph;
        var text = new StringBuilder();
        for (var node = 0; node < graph.NodeCount; node++)
        {
            var row = graph.RowOfNode(node);
            Line(text, $"node {node} {graph.NodeId(node)} {graph.KindOf(node)} {graph.OutputOf(node)} {graph.RecoveryDaysOf(node)} {graph.MainPortOf(node)} {row.Valid} {row.OutputUsdPerYear}");
            Line(text, $"  {string.Join(' ', row.Stocks)} {string.Join(' ', row.HsCodes)} out {Join(graph.Flows.FromNode(node))} groups {Join(graph.Groups.OfBuyer(node))} at {graph.FindNode(row.Id)}");
        }
        for (var group = 0; group < graph.Groups.Count; group++)
            Line(text, $"group {group} {graph.Groups.Buyer(group)} {graph.Groups.Name(group)} {graph.Groups.IsTrade(group)} {graph.Groups.FirstFlow(group)} {graph.Groups.EndFlow(group)} {graph.StockDaysOf(group)}");
        for (var flow = 0; flow < graph.Flows.Count; flow++)
            Flow(text, graph, flow);
        foreach (var kind in RelationTables.Kinds)
            Table(text, graph, kind);
        Line(text, $"products {string.Join(' ', graph.Products)}");
        Line(text, $"taken {compiled.Report.RelationsTaken} refused {compiled.Report.RelationsRefused} unused {compiled.Report.RelationsUnused}");
        foreach (var finding in compiled.Report.Findings)
            Line(text, $"{finding}");
        return text.ToString();
    }

    private static void Flow(StringBuilder text, CompiledGraph graph, int flow)
    {
        var flows = graph.Flows;
        Line(text, $"flow {flow} {flows.Id(flow)} {flows.Supplier(flow)} {flows.Group(flow)} {flows.Product(flow)} {flows.Value(flow)} {flows.Share(flow)} {flows.Capacity(flow)} {flows.Flags(flow)}");
        Line(text, $"  {graph.Periods.From(flows.Period(flow))} {graph.Periods.To(flows.Period(flow))} at {graph.FindFlow(flows.Id(flow))}");
        foreach (var passage in graph.Transits.OfFlow(flow))
            Line(text, $"  {passage}");
        var row = graph.RowOfFlow(flow);
        Line(text, $"  {row with { Transits = [] }} {string.Join(' ', row.Transits)}");
    }

    private static void Table(StringBuilder text, CompiledGraph graph, RelationKind kind)
    {
        var table = graph.Tables[(int)kind]!;
        for (var row = 0; row < table.Count; row++)
        {
            Line(text, $"{kind} {row} {table.Id(row)} {table.From(row)} {table.To(row)} {table.Share(row)} {table.Flags(row)} {graph.Periods.From(table.Period(row))} {graph.Periods.To(table.Period(row))}");
            Line(text, $"  {graph.Periods[table.Period(row)].Own} from {Join(table.FromNode(table.From(row)))} to {Join(table.ToNode(table.To(row)))}");
        }
    }

    private static string Join(ReadOnlySpan<int> numbers) => string.Join(',', numbers.ToArray());

    private static void Line(StringBuilder text, FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}
