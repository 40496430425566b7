using System.Diagnostics;

namespace GeoGraph.Benchmarks;

/// <summary>Calls a second of one kind of call, from a few callers at once.</summary>
internal static class Load
{
    /// <summary>Runs the call from every caller for a time.</summary>
    public static async Task<double> CallsPerSecondAsync(Func<Task> call, int callers, TimeSpan length)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            for (; clock.Elapsed < length; count++)
                await call();
            return count;
        })));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    /// <summary>The middle value.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
