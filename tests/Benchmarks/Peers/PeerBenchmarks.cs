namespace GeoGraph.Benchmarks.Peers;

/// <summary>The benchmarks of graph algorithms against graph libraries; they need no data, and run only where they are named.</summary>
internal static class PeerBenchmarks
{
    private const int LargestGrowth = 10_000_000;

    /// <summary>Runs those that are named.</summary>
    public static async Task RunAsync(BenchmarkOptions options, TextWriter output)
    {
        if (options.Names.Contains("peers"))
            await new PeerComparison(new PeerProcess(options.Python, options.PeerModules)).RunAsync(output);
        if (options.Names.Contains("growth"))
            await Growth.RunAsync(LargestGrowth, output);
    }

    /// <summary>True where a benchmark is one of these.</summary>
    public static bool Has(string name) => name is "peers" or "growth";
}
