using System.Diagnostics;

namespace GeoGraph.Benchmarks.Neo4j;

/// <summary>Adds up what one side takes over the rounds of a comparison.</summary>
/// <param name="name">The side.</param>
/// <param name="server">The server, whose processor time counts for the side whose turn it is.</param>
internal sealed class Meter(string name, DatabaseServer server)
{
    private readonly List<double> _rounds = [];

    /// <summary>Seconds of all rounds.</summary>
    public double Seconds => _rounds.Sum();

    /// <summary>Processor time of the server in all rounds, in seconds.</summary>
    public double ServerBusy { get; private set; }

    /// <summary>Processor time of the client in all rounds, in seconds.</summary>
    public double ClientBusy { get; private set; }

    /// <summary>Rows, questions or records of all rounds.</summary>
    public long Count { get; private set; }

    /// <summary>A round of this process.</summary>
    public async Task TimeAsync(Func<Task<long>> work)
    {
        var (busy, client, started) = (server.Busy, Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        var count = await work();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Add(seconds, (Environment.CpuUsage.TotalTime - client).TotalSeconds, server.Busy - busy, count);
    }

    /// <summary>A round of the peer.</summary>
    public async Task TimeAsync(Func<Task<PeerTime>> work)
    {
        var busy = server.Busy;
        var time = await work();
        Add(time.Seconds, time.Busy, server.Busy - busy, time.Count);
    }

    /// <summary>The middle of the ratios of two sides' rounds: above one, <paramref name="one"/> is the faster.</summary>
    public static double Ratio(Meter one, Meter other)
    {
        var ratios = one._rounds.Zip(other._rounds, static (mine, theirs) => theirs / mine).Order().ToList();
        return (ratios[(ratios.Count - 1) / 2] + ratios[ratios.Count / 2]) / 2;
    }

    /// <summary>One line of figures.</summary>
    /// <param name="unit">What is counted.</param>
    public string Line(string unit) =>
        $"  {name,-28} {Seconds,8:F2} s {Count / Seconds,10:F0} {unit}/s; processor time: server {ServerBusy,7:F2} s, client {ClientBusy,7:F2} s";

    private void Add(double seconds, double client, double busy, long count)
    {
        _rounds.Add(seconds);
        ClientBusy += client;
        ServerBusy += busy;
        Count += count;
    }
}
