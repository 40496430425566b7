using GeoGraph.Exposure.Sea;

namespace GeoGraph.Benchmarks.Peers;

/// <summary>Shortest ways by GeoGraph's own search, with the points that they run through.</summary>
internal sealed class OwnRoutes(SeaNetwork sea, (int From, int To)[] pairs)
{
    private readonly SeaClosure _closure = SeaClosure.Normal(sea);

    /// <summary>Times the ways.</summary>
    public PeerFigure Time(string task, int repeats) => Stopwatches.Time(task, repeats, () => pairs.Sum(Micrometres), sum => [(double)(decimal)sum]);

    private decimal Micrometres((int From, int To) pair) => SeaRoutes.Find(sea, pair.From, pair.To, _closure)?.Micrometres ?? 0;
}
