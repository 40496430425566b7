using System.Collections.Concurrent;
using GeoGraph.Exposure.Tariffs;
using GeoGraph.Hosting;

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

    private readonly RecentlyUsed<Table> _kept = new(MostLaws);

    /// <summary>The rates of a law that are known; none at first.</summary>
    public ConcurrentDictionary<DutyPair, DutyRate> Of(string law) => _kept.GetOrAdd(table => table.Law == law, () => new Table(law, [])).Rates;

    private sealed record Table(string Law, ConcurrentDictionary<DutyPair, DutyRate> Rates);
}
