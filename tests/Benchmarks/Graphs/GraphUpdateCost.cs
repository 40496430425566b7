using System.Diagnostics;
using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Benchmarks.Graphs;

/// <summary>One small change merged into graphs of several sizes, against compiling all anew.</summary>
internal sealed class GraphUpdateCost(IReadOnlyList<int> sizes)
{
    private const int Times = 15;

    /// <summary>Prints the median of each kind of change.</summary>
    public async Task RunAsync(TextWriter output)
    {
        await output.WriteLineAsync($"graph-update: milliseconds, median of {Times}");
        foreach (var size in sizes)
        {
            var supply = new SyntheticSupply(size);
            var (graph, seconds, _) = await GraphLoad.LoadAsync(supply);
            var row = graph.RowOfFlow(graph.Flows.Count / 2);
            var firm = graph.RowOfNode(graph.FindNode(row.From)!.Value);
            await output.WriteLineAsync(
                $"  {supply.Relations,10} relations: a flow's value {Median(graph, new() { PutRelations = [row with { ValueUsdPerYear = 5m }] }):0.000}, a flow more {Median(graph, new() { PutRelations = [row with { Id = EntityId.Parse("supplies:new") }] }):0.000}, a flow less {Median(graph, new() { Removed = [row.Id] }):0.000}, a firm's stocks {Median(graph, new() { PutNodes = [firm with { RecoveryDays = 3m }] }):0.000}, a firm less {Median(graph, new() { Removed = [row.From] }):0.000}; loaded anew {seconds * 1000:0}");
        }
    }

    private static double Median(CompiledGraph graph, GraphChanges changes)
    {
        GraphBuilder.Apply(graph, changes);
        return Benchmarks.Load.Median(Enumerable.Range(0, Times).Select(_ =>
        {
            var clock = Stopwatch.StartNew();
            GraphBuilder.Apply(graph, changes);
            return clock.Elapsed.TotalMilliseconds;
        }));
    }
}
