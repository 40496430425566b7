namespace GeoGraph.Benchmarks.Graphs;

/// <summary>The benchmarks on invented supply graphs; they need no data, and run only where they are named.</summary>
internal static class GraphBenchmarks
{
    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000, 10_000_000];

    /// <summary>Runs those that are named.</summary>
    public static async Task RunAsync(IReadOnlyList<string> names, TextWriter output)
    {
        foreach (var name in names)
        {
            switch (name)
            {
                case "graph-load":
                    await new GraphLoad(Sizes).RunAsync(output);
                    break;
                case "graph-update":
                    await new GraphUpdateCost(Sizes[..3]).RunAsync(output);
                    break;
                case "chokepoint-latency":
                    await new ChokepointLatency(Sizes[2]).RunAsync(output);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>True where a benchmark is one of these.</summary>
    public static bool Has(string name) => name is "graph-load" or "graph-update" or "chokepoint-latency";
}
