using GeoGraph.Exposure.Views;

namespace GeoGraph.Benchmarks.Peers;

/// <summary>Graph algorithms against graph libraries: the same graph, the same task, each side timed in its own process after a warm-up.</summary>
/// <param name="peers">The libraries.</param>
internal sealed class PeerComparison(PeerProcess peers)
{
    private const int Repeats = 9;
    private const double Tolerance = 1e-9;

    // Both sides stop going round circles where a round changes no level by more than 1e-9, and many rounds are behind that.
    private const double DisruptionTolerance = 1e-4;

    /// <summary>Compares on a graph of a million relations; what takes all pairs, on smaller ones; ways by sea on a lattice of lanes.</summary>
    public async Task RunAsync(TextWriter output)
    {
        await CompareAsync(1_000_000, 16, [
            "igraph.reach", "rustworkx.reach", "networkx.reach", "scipy.reach",
            "igraph.dominators", "rustworkx.dominators", "networkx.dominators",
            "igraph.maximum_flow", "scipy.maximum_flow",
            "scipy.betweenness_sampled", "networkx.betweenness_few"], Repeats, output);
        await CompareAsync(50_000, 16, ["igraph.betweenness_all", "rustworkx.betweenness_all"], 1, output);
        await CompareRoutesAsync(output);
        await CompareAsync(10_000, 1_000, ["scipy.disruption"], 1, output);
        await CompareAsync(1_000_000, 16, ["scipy.disruption"], 1, output);
    }

    private async Task CompareAsync(int relations, int removed, string[] tasks, int repeats, TextWriter output)
    {
        var view = new PeerGraph(relations, 0).Compile();
        var net = SupplyNet.Of(view);
        await output.WriteLineAsync($"{net.NodeCount} nodes, {net.FlowCount} relations, {removed} of the nodes removed one at a time where the task is disruption");
        var chosen = PeerGraph.Spread(net, removed);
        await TimeAsync(path => PeerFile.Write(path, view, net, chosen), tasks, repeats, new OwnRuns(view, net, chosen).Time, output);
    }

    private async Task CompareRoutesAsync(TextWriter output)
    {
        var sea = SeaLattice.Build();
        var pairs = SeaLattice.Pairs(sea);
        await output.WriteLineAsync($"{sea.Points.Length} points, {sea.Stretches.Count} stretches of lanes, {pairs.Length} ways");
        string[] tasks = ["igraph.shortest_route", "rustworkx.shortest_route", "networkx.shortest_route", "scipy.shortest_route"];
        await TimeAsync(path => PeerFile.Write(path, sea, pairs), tasks, Repeats, new OwnRoutes(sea, pairs).Time, output);
    }

    private async Task TimeAsync(Action<string> write, string[] tasks, int repeats, Func<string, int, PeerFigure> own, TextWriter output)
    {
        var path = Path.GetTempFileName();
        try
        {
            write(path);
            foreach (var task in (await peers.TimeAsync(path, repeats, tasks, output)).GroupBy(figure => figure.Task))
                await PrintAsync(own(task.Key, repeats), task, output);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task PrintAsync(PeerFigure own, IEnumerable<PeerFigure> figures, TextWriter output)
    {
        await output.WriteLineAsync($"  {own.Task,-20} {Times(own)}");
        foreach (var figure in figures.OrderBy(figure => figure.Seconds))
        {
            var tolerance = own.Task == "disruption" ? DisruptionTolerance : Tolerance;
            var same = figure.Result.Zip(own.Result).All(pair => Math.Abs(pair.First - pair.Second) <= tolerance * Math.Abs(pair.Second));
            await output.WriteLineAsync($"  {"",-20} {Times(figure)}  ratio {own.Seconds / figure.Seconds,6:F3}, of processor time {own.Busy / figure.Busy,6:F3}  {(same
                ? "same result" : $"DIFFERENT: {string.Join(' ', figure.Result.Take(4))} against {string.Join(' ', own.Result.Take(4))}")}");
        }
    }

    private static string Times(PeerFigure figure) => $"{figure.Peer,-18} {figure.Seconds * 1000,10:F2} ms ({figure.Busy * 1000,10:F2} of processor time)";
}
