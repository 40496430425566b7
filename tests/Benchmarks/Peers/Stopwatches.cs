using System.Diagnostics;

namespace GeoGraph.Benchmarks.Peers;

/// <summary>Times GeoGraph's side: a warm-up, long enough for the runtime to compile what runs often, then the fastest of some runs.</summary>
internal static class Stopwatches
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <summary>Times a run.</summary>
    /// <param name="task">The task's name.</param>
    /// <param name="repeats">Runs after the warm-up.</param>
    /// <param name="run">What is timed.</param>
    /// <param name="read">Numbers to compare results by.</param>
    public static PeerFigure Time(string task, int repeats, Func<object> run, Func<object, IReadOnlyList<double>> read)
    {
        var (seconds, busy) = (new List<double>(), new List<double>());
        var started = Stopwatch.GetTimestamp();
        var answer = run();
        while (Stopwatch.GetElapsedTime(started) < WarmUp)
            answer = run();
        for (var i = 0; i < repeats; i++)
        {
            var (began, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            answer = run();
            seconds.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            busy.Add((Environment.CpuUsage.TotalTime - worked).TotalSeconds);
        }
        return new PeerFigure("geograph", task, seconds.Min(), busy.Min(), read(answer));
    }
}
