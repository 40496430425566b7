using System.Diagnostics;
using GeoGraph.Contracts.Actors.V1;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Feed;
using Google.Protobuf;

namespace GeoGraph.Benchmarks.Graphs;

/// <summary>An export read from the bytes of its messages and compiled: seconds, bytes a relation, and how both grow with the graph.</summary>
internal sealed class GraphLoad(IReadOnlyList<int> sizes)
{
    private const int LeastRelations = 3_000_000;

    /// <summary>Prints two lines for each size.</summary>
    public async Task RunAsync(TextWriter output)
    {
        await MedianAsync(new SyntheticSupply(100_000));
        await output.WriteLineAsync("graph-load: messages parsed, read and compiled as the feed does; seconds of the clock, and of all processors");
        foreach (var size in sizes)
        {
            var supply = new SyntheticSupply(size);
            var before = GC.GetTotalMemory(true);
            var (graph, seconds, busy) = await MedianAsync(supply);
            var peak = Process.GetCurrentProcess().PeakWorkingSet64;
            var kept = GC.GetTotalMemory(true) - before;
            var bytes = GraphSize.Of(graph);
            double count = supply.Relations;
            await output.WriteLineAsync($"  {supply.Relations,10} relations, {supply.Firms,8} firms: {seconds:0.00} s, {busy:0.00} s of processors, {busy * 1e9 / count:0} ns of processors a relation");
            await output.WriteLineAsync(
                $"  {"",10} bytes a relation: columns {bytes.Columns / count:0.0}, from ids and to them {bytes.Index / count:0.0}, ids {bytes.Texts / count:0.0}; {bytes.All / 1e6:0} MB in all, {kept / 1e6:0} MB kept, the process at most {peak / 1e6:0} MB");
            GC.KeepAlive(graph);
        }
    }

    private static async Task<(CompiledGraph Graph, double Seconds, double Busy)> MedianAsync(SyntheticSupply supply)
    {
        var (seconds, busy) = (new List<double>(), new List<double>());
        while (true)
        {
            var load = await LoadAsync(supply);
            seconds.Add(load.Seconds);
            busy.Add(load.Busy);
            if (seconds.Count >= (double)LeastRelations / supply.Relations)
                return (load.Graph, Benchmarks.Load.Median(seconds), Benchmarks.Load.Median(busy));
        }
    }

    /// <summary>Loads from a file of messages, whose making does not count.</summary>
    public static async Task<(CompiledGraph Graph, double Seconds, double Busy)> LoadAsync(SyntheticSupply supply)
    {
        var file = Path.GetTempFileName();
        try
        {
            await using (var written = File.Create(file))
            {
                foreach (var chunk in supply.Chunks())
                    chunk.WriteDelimitedTo(written);
            }
            var (began, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var fed = new FedGraph(infersTransits: false);
            await ExportReader.ReadIntoAsync(fed, MessagesAsync(file), CancellationToken.None);
            var graph = fed.Load().Graph;
            return (graph, Stopwatch.GetElapsedTime(began).TotalSeconds, (Environment.CpuUsage.TotalTime - worked).TotalSeconds);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async IAsyncEnumerable<ExportActorsResponse> MessagesAsync(string file)
    {
        await Task.Yield();
        using var written = new BufferedStream(File.OpenRead(file), 1 << 20);
        yield return new ExportActorsResponse { Header = new ExportHeader { RevisionToken = "actors=1" } };
        while (written.Position < written.Length)
            yield return ExportActorsResponse.Parser.ParseDelimitedFrom(written);
    }
}
