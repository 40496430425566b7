using System.Collections.Concurrent;
using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// The rate of every line from every origin on a date. What a line owes from an origin turns on the measures that cover both, so that each set of
/// such measures is priced once, whatever lines and origins meet it. Immutable.
/// </summary>
internal sealed class RateTable
{
    private readonly PairRate[][] _rates;

    private RateTable(LineKinds kinds, IReadOnlyList<OriginClass> classes, PairRate[][] rates) => (Kinds, Classes, _rates) = (kinds, classes, rates);

    /// <summary>The lines by kind.</summary>
    public LineKinds Kinds { get; }

    /// <summary>The origins by class.</summary>
    public IReadOnlyList<OriginClass> Classes { get; }

    /// <summary>How many sets of measures were priced.</summary>
    public int Priced { get; private init; }

    /// <summary>The rate of a kind from a class.</summary>
    public PairRate Of(int kind, int originClass) => _rates[kind][originClass];

    /// <summary>Prices lines from origins, on all processors; the result does not turn on how many there are.</summary>
    /// <param name="live">The measures.</param>
    /// <param name="codes">The lines' codes, without dots, in order.</param>
    /// <param name="origins">The origins.</param>
    /// <param name="memberships">Which blocs they are of.</param>
    /// <param name="pricer">Prices one pair.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static RateTable Of(
        LiveMeasures live, IReadOnlyList<string> codes, IEnumerable<EntityId> origins, MembershipTable memberships, PairPricer pricer, CancellationToken cancellationToken)
    {
        var classes = OriginClasses.Of(live, origins, memberships);
        var kinds = LineKinds.Of(live, codes, cancellationToken);
        var rates = new PairRate[kinds.Kinds.Count][];
        var known = new ConcurrentDictionary<long[], PairRate>(LineKinds.KeyComparer.Instance);
        Parallel.For(0, rates.Length, new ParallelOptions { CancellationToken = cancellationToken }, kind =>
            rates[kind] = [.. classes.Select(originClass =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                var (line, from) = (kinds.Kinds[kind], originClass.Origins[0]);
                var covers = line.Covers.Where(cover => originClass.Covers[cover.Place]).ToList();
                return known.GetOrAdd(KeyOf(kind, line, covers, originClass, live), _ => pricer.Price(line.Sample, from, covers));
            })]);
        return new RateTable(kinds, classes, rates) { Priced = known.Count };
    }

    // The measures that cover the pair, the order by width of those of which one is chosen by it, and what tests of the origin give.
    private static long[] KeyOf(int kind, LineKind line, List<MeasureCover> covers, OriginClass originClass, LiveMeasures live)
    {
        var key = new List<long>(covers.Count + 4);
        if (line.IsAlone)
            key.Add(-1L - kind);
        foreach (var cover in covers)
        {
            key.Add(cover.Place);
            foreach (var outcome in originClass.Tests[cover.Place])
                key.Add(-outcome);
        }
        LineKinds.AddWidths(covers, live, key);
        return [.. key];
    }
}
