using GeoGraph.Exposure.Disruption;
using GeoGraph.Exposure.Views;

namespace GeoGraph.Benchmarks.Peers;

/// <summary>What a relation costs as the graph grows, while a node has as many relations and its suppliers lie as far as ever.</summary>
internal static class Growth
{
    private const int Window = 1_000;
    private const int Repeats = 3;
    private static readonly string[] Tasks = ["reach", "dominators", "maximum_flow", "betweenness_sampled", "disruption"];

    /// <summary>Times each task on graphs up to ten million relations.</summary>
    /// <param name="most">The largest graph, in relations.</param>
    /// <param name="output">Where to.</param>
    public static async Task RunAsync(int most, TextWriter output)
    {
        await output.WriteLineAsync($"processor time in ns a relation{string.Concat(Tasks.Prepend("laid out").Select(task => $"{task,22}"))}");
        for (var relations = 10_000; relations <= most; relations *= 10)
        {
            var view = new PeerGraph(relations, Math.Min(Window, relations / 100)).Compile();
            var net = SupplyNetBuilder.Build(view);
            var laidOut = Stopwatches.Time("laid out", Repeats, () => SupplyNetBuilder.Build(view), _ => []);
            var own = new OwnRuns(view, SupplyNet.Of(view), PeerGraph.Spread(net, ShockScreen.Lanes));
            var figures = Tasks.Select(task => own.Time(task, Repeats)).Prepend(laidOut);
            await output.WriteLineAsync($"{net.FlowCount,30}{string.Concat(figures.Select(figure => $"{figure.Busy * 1e9 / net.FlowCount,22:F1}"))}");
        }
    }
}
