using System.Collections.Concurrent;
using GeoGraph.Exposure.Tariffs;

namespace GeoGraph.Exposure.Duties;

/// <summary>
/// Rates that tariffs gave, by state and law, the least recently used law dropped first. A state's rates never change, so nothing is ever stale. Safe for concurrent use.
/// </summary>
internal sealed class RateTables
{
    /// <summary>How many laws are kept.</summary>
    public const int MostLaws = 16;

    /// <summary>How many rates are kept of one law; further ones are asked for each time.</summary>
    public const int MostRates = 200_000;

    private readonly Lock _gate = new();
    private readonly LinkedList<(string Law, ConcurrentDictionary<DutyPair, DutyRate> Rates)> _newestFirst = new();

    /// <summary>The rates of a law that are known; none at first.</summary>
    public ConcurrentDictionary<DutyPair, DutyRate> Of(string law)
    {
        lock (_gate)
        {
            for (var node = _newestFirst.First; node is not null; node = node.Next)
            {
                if (node.Value.Law != law)
                    continue;
                _newestFirst.Remove(node);
                _newestFirst.AddFirst(node);
                return node.Value.Rates;
            }
            var rates = new ConcurrentDictionary<DutyPair, DutyRate>();
            _newestFirst.AddFirst((law, rates));
            if (_newestFirst.Count > MostLaws)
                _newestFirst.RemoveLast();
            return rates;
        }
    }
}
