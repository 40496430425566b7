using System.Diagnostics;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Feed;
using Google.Protobuf;

namespace GeoGraph.Benchmarks.Graphs;

/// <summary>An export read from the bytes of its messages and compiled: seconds, bytes a relation, and how both grow with the graph.</summary>
internal sealed class GraphLoad(IReadOnlyList<int> sizes)
{
    /// <summary>Prints a line for each size.</summary>
    public async Task RunAsync(TextWriter output)
    {
        Load(new SyntheticSupply(100_000), out _);
        await output.WriteLineAsync("graph-load: bytes of messages read, staged and compiled; seconds of the clock and of all processors");
        foreach (var size in sizes)
        {
            var supply = new SyntheticSupply(size);
            GC.Collect();
            var before = GC.GetTotalMemory(true);
            var graph = Load(supply, out var times);
            var kept = GC.GetTotalMemory(true) - before;
            var bytes = GraphSize.Of(graph);
            double count = supply.Relations;
            await output.WriteLineAsync(
                $"  {supply.Relations,10} relations, {supply.Firms,8} firms: read {times.Read:0.00} s, compiled {times.Compiled:0.00} s, {times.Processor:0.00} s of processors, {times.Processor * 1e9 / count:0} ns a relation");
            await output.WriteLineAsync(
                $"  {"",10} bytes a relation: columns {bytes.Columns / count:0.0}, index of ids {bytes.Index / count:0.0}, ids {bytes.Texts / count:0.0}; {bytes.All / 1e6:0} MB in all, {kept / 1e6:0} MB kept, at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB of the process");
            GC.KeepAlive(graph);
        }
    }

    /// <summary>Loads as the feed does; what makes the messages does not count.</summary>
    public static CompiledGraph Load(SyntheticSupply supply, out (double Read, double Compiled, double Processor) times)
    {
        var fed = new FedGraph(infersTransits: false);
        var (read, processor) = (new Stopwatch(), TimeSpan.Zero);
        foreach (var chunk in supply.Chunks())
        {
            var bytes = chunk.ToByteArray();
            var started = Process.GetCurrentProcess().TotalProcessorTime;
            read.Start();
            ActorsSource.Take(fed, ExportActorsResponse.Parser.ParseFrom(bytes));
            read.Stop();
            processor += Process.GetCurrentProcess().TotalProcessorTime - started;
        }
        var compiling = Stopwatch.StartNew();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var graph = fed.Load().Graph;
        processor += Process.GetCurrentProcess().TotalProcessorTime - before;
        times = (read.Elapsed.TotalSeconds, compiling.Elapsed.TotalSeconds, processor.TotalSeconds);
        return graph;
    }
}
