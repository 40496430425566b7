using System.Collections.Concurrent;

namespace GeoGraph.Tariffs;

/// <summary>
/// All that pricing finds out before it looks at facts, value and quantities: the same for every entry of one code, origin and date. Not
/// changed once made, but for what it remembers; safe for concurrent use.
/// </summary>
internal sealed class Slice
{
    private const int MostReadings = 8;
    private readonly ConcurrentDictionary<ReadingKey, Reading> _readings = new();
    private readonly FactsRead _reads;
    private Settlement? _spare;

    /// <summary>Takes what was found out.</summary>
    public Slice(Candidates candidates, StackingRule[] rules, IReadOnlyList<NotEvaluated> notEvaluated)
    {
        (Candidates, NotEvaluated) = (candidates, notEvaluated);
        Controls = [.. candidates.Controls.Select(candidate => candidate.Measure)];
        Plan = new SettlementPlan([.. candidates.Live], rules);
        _reads = new FactsRead(candidates);
    }

    /// <summary>The measures that cover the goods and the origin.</summary>
    public Candidates Candidates { get; }

    /// <summary>How they meet.</summary>
    public SettlementPlan Plan { get; }

    /// <summary>What could touch the entry and is not evaluated.</summary>
    public IReadOnlyList<NotEvaluated> NotEvaluated { get; }

    /// <summary>Export controls on these goods.</summary>
    public IReadOnlyList<Measure> Controls { get; }

    /// <summary>What the facts that an entry states say of the candidates.</summary>
    public Reading Read(Entry entry, FactSet facts)
    {
        var key = _reads.KeyOf(entry);
        if (_readings.TryGetValue(key, out var reading))
            return reading;
        reading = new Reading(Candidates, entry, facts);
        if (_readings.Count < MostReadings)
            _readings.TryAdd(key, reading);
        return reading;
    }

    /// <summary>A settlement to work with; it is given back with <see cref="Return"/>, and lost without harm where it is not.</summary>
    public Settlement Rent() => Interlocked.Exchange(ref _spare, null) ?? new Settlement(Plan);

    /// <summary>Takes a settlement back.</summary>
    public void Return(Settlement settlement) => Volatile.Write(ref _spare, settlement);
}
