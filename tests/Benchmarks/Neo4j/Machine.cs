namespace GeoGraph.Benchmarks.Neo4j;

/// <summary>How busy the machine is with everything that runs on it.</summary>
internal static class Machine
{
    /// <summary>The mean number of threads that ran or wanted to over the last one, five and fifteen minutes.</summary>
    public static string Load => "load " + string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3));
}
