using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// The rate of every line from every origin on a date. Lines of one kind and origins of one class owe the same, so each pair of these is priced
/// once, and within a kind classes that the same measures meet are priced once together. Immutable.
/// </summary>
internal sealed class RateTable
{
    private readonly PairRate[][] _rates;

    private RateTable(LineKinds kinds, IReadOnlyList<OriginClass> classes, PairRate[][] rates) => (Kinds, Classes, _rates) = (kinds, classes, rates);

    /// <summary>The lines by kind.</summary>
    public LineKinds Kinds { get; }

    /// <summary>The origins by class.</summary>
    public IReadOnlyList<OriginClass> Classes { get; }

    /// <summary>How many pairs of a kind and a class were priced.</summary>
    public long Priced { get; private init; }

    /// <summary>The rate of a kind from a class.</summary>
    public PairRate Of(int kind, int originClass) => _rates[kind][originClass];

    /// <summary>Prices lines from origins, on all processors; the result does not turn on how many there are.</summary>
    /// <param name="live">The measures.</param>
    /// <param name="codes">The lines' codes, without dots, in order.</param>
    /// <param name="origins">The origins.</param>
    /// <param name="memberships">Which blocs they are of.</param>
    /// <param name="price">Prices one code from one origin; called from many threads.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static RateTable Of(
        LiveMeasures live, IReadOnlyList<string> codes, IEnumerable<EntityId> origins, MembershipTable memberships,
        Func<string, EntityId, PairRate> price, CancellationToken cancellationToken)
    {
        var classes = OriginClasses.Of(live, origins, memberships);
        var kinds = LineKinds.Of(live, codes, cancellationToken);
        var rates = new PairRate[kinds.Kinds.Count][];
        var priced = 0L;
        Parallel.For(0, rates.Length, new ParallelOptions { CancellationToken = cancellationToken }, kind =>
        {
            var (row, count) = Row(kinds.Kinds[kind], classes, price, cancellationToken);
            rates[kind] = row;
            Interlocked.Add(ref priced, count);
        });
        return new RateTable(kinds, classes, rates) { Priced = priced };
    }

    private static (PairRate[] Row, int Priced) Row(
        LineKind kind, IReadOnlyList<OriginClass> classes, Func<string, EntityId, PairRate> price, CancellationToken cancellationToken)
    {
        var row = new PairRate[classes.Count];
        var known = new Dictionary<string, PairRate>(StringComparer.Ordinal);
        for (var i = 0; i < row.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var meets = Meets(kind, classes[i]);
            if (!known.TryGetValue(meets, out row[i]!))
                known[meets] = row[i] = price(kind.Sample, classes[i].Origins[0]);
        }
        return (row, known.Count);
    }

    // Which of the kind's measures cover the class, and what their tests of the origin give.
    private static string Meets(LineKind kind, OriginClass originClass)
    {
        var marks = string.Create(kind.Measures.Length, (kind, originClass), static (text, state) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = state.originClass.Covers[state.kind.Measures[i]] ? '1' : '0';
        });
        var tests = kind.Measures.Where(place => originClass.Tests[place].Length > 0 && originClass.Covers[place]).Select(place => originClass.Tests[place]).ToArray();
        return tests.Length == 0 ? marks : marks + '/' + string.Join('/', tests);
    }
}
