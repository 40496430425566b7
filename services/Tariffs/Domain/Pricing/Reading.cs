using System.Collections.Concurrent;

namespace GeoGraph.Tariffs;

/// <summary>A fact that a test has a rule of its own for where it is not stated, and the places of the candidates that read it.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Readers">Places, growing.</param>
internal sealed record AssumedFact(string Fact, int[] Readers);

/// <summary>A value of an assumed fact with which some candidate meets its conditions otherwise, or is charged on it.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Trial">The value.</param>
/// <param name="Before">For each candidate whether its conditions hold without it.</param>
/// <param name="Applies">For each candidate whether they hold with it.</param>
/// <param name="Turning">The places of those that it turns, or that are charged on it.</param>
internal sealed record Flip(string Fact, FactTrial Trial, bool[] Before, bool[] Applies, int[] Turning);

/// <summary>
/// What the facts that an entry states say of the candidates of its slice: which facts are open, which are assumed, and, where none is open,
/// who applies and what would turn that. The same for every entry with the same <see cref="ReadingKey"/>. Not changed once made, but for what it remembers.
/// </summary>
internal sealed class Reading
{
    private readonly Candidates _candidates;
    private const int MostCases = 32;
    private readonly ConcurrentDictionary<int, Flip[]> _flipsOf = new();
    private readonly Remainder?[] _remainders = new Remainder?[2];
    private int _kept;

    /// <summary>Reads the facts of an entry.</summary>
    public Reading(Candidates candidates, Entry entry, FactSet facts)
    {
        _candidates = candidates;
        Open = Verdicts.Open(candidates.Live, facts);
        Assumed = [.. AssumedFacts(facts)];
        Barred = [.. NearestInTime.Of(candidates, facts)];
        HasFixedCases = !Open.Any(FactNames.IsContent);
        IsOneCase = Open.Count == 0 && candidates.Completions.Count == 0;
        if (!IsOneCase)
            return;
        Applies = [.. candidates.Live.Select(candidate => Verdicts.Of(candidate.Compiled, facts, Open) == Truth.True)];
        Failed = [.. candidates.Live.Select(candidate => Verdicts.Failed(candidate.Compiled, facts, Open))];
        StatesContents = entry.Facts.Keys.Any(FactNames.IsContent);
        Flips = [.. Assumed.Where(assumed => !Moves(assumed)).SelectMany(assumed => FlipsOf(assumed, Applies, entry, facts))];
    }

    /// <summary>The facts that it takes to decide, and that the entry does not state.</summary>
    public SortedSet<string> Open { get; }

    /// <summary>The facts that tests make assumptions of, in order.</summary>
    public IReadOnlyList<AssumedFact> Assumed { get; }

    /// <summary>What is told of measures that are out before their conditions are looked at.</summary>
    public IReadOnlyList<NotAppliedMeasure> Barred { get; }

    /// <summary>True where the facts stated decide everything, so that there is one case.</summary>
    public bool IsOneCase { get; }

    /// <summary>True where the values tried out of open facts do not depend on the customs value, so that a case of a number is the same for every entry.</summary>
    public bool HasFixedCases { get; }

    /// <summary>In the one case, whether each candidate's conditions hold.</summary>
    public bool[] Applies { get; } = [];

    /// <summary>In the one case, why each candidate's conditions do not hold.</summary>
    public Verdict[] Failed { get; } = [];

    /// <summary>In the one case, the values of assumed facts that turn something, of facts whose values do not depend on the customs value.</summary>
    public IReadOnlyList<Flip> Flips { get; } = [];

    /// <summary>The assumed facts whose values depend on the customs value: contents are at most what it has room for.</summary>
    public IEnumerable<AssumedFact> Moving => Assumed.Where(Moves);

    /// <summary>True where the entry states the value of a content, in which amounts are not in proportion to the customs value.</summary>
    public bool StatesContents { get; }

    /// <summary>In the one case, what was found to turn on each fact of <see cref="Flips"/>, where that does not depend on how much the entry is worth; null until it was found.</summary>
    public PlacesByFact? Turned { get; set; }

    /// <summary>In one of several cases that are fixed, the values of assumed facts that turn something, of facts whose values do not depend on the customs value.</summary>
    /// <param name="number">The case.</param>
    /// <param name="before">Whether each candidate's conditions hold in it.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="facts">Its facts, with the case's values tried out.</param>
    /// <param name="completion">The way in which the case completes a short code.</param>
    public Flip[] FlipsIn(int number, bool[] before, Entry entry, FactSet facts, int completion)
    {
        if (_flipsOf.TryGetValue(number, out var flips))
            return flips;
        var kept = (bool[])before.Clone();
        flips = [.. Assumed.Where(assumed => !Moves(assumed)).SelectMany(assumed => FlipsOf(assumed, kept, entry, facts, completion))];
        if (_flipsOf.Count < MostCases)
            _flipsOf.TryAdd(number, flips);
        return flips;
    }

    /// <summary>The values of an assumed fact that turn something.</summary>
    /// <param name="assumed">The fact.</param>
    /// <param name="before">Whether each candidate's conditions hold without it.</param>
    /// <param name="entry">The entry that does not state it.</param>
    /// <param name="facts">Its facts; what is tried out of this one is forgotten.</param>
    /// <param name="completion">The way in which a short code is completed.</param>
    public IEnumerable<Flip> FlipsOf(AssumedFact assumed, bool[] before, Entry entry, FactSet facts, int completion = 0)
    {
        var live = _candidates.Live;
        foreach (var trial in FactCells.Of(assumed.Fact, [.. assumed.Readers.Select(place => live[place])], entry))
        {
            facts.Try(assumed.Fact, trial);
            var applies = (bool[])before.Clone();
            foreach (var place in assumed.Readers)
                applies[place] = Verdicts.Applies(live[place], completion, facts);
            var turning = Array.FindAll(assumed.Readers, place => applies[place] != before[place] || (applies[place] && live[place].IsChargedBy(assumed.Fact)));
            if (turning.Length > 0)
                yield return new Flip(assumed.Fact, trial, before, applies, turning);
        }
        facts.StopTrying(assumed.Fact);
    }

    /// <summary>What an answer tells beside its lines, as another answer did that came out alike; null where none did.</summary>
    public Remainder? Find(Standing[] standings, PlacesByFact turned)
    {
        foreach (var remainder in _remainders)
        {
            if (remainder is not null && remainder.IsFor(standings, turned))
                return remainder;
        }
        return null;
    }

    /// <summary>Keeps what an answer tells, in the place of the one kept longest.</summary>
    public Remainder Keep(Remainder remainder) =>
        _remainders[(Interlocked.Increment(ref _kept) & int.MaxValue) % _remainders.Length] = remainder;

    private static bool Moves(AssumedFact assumed) => FactNames.IsContent(assumed.Fact);

    private IEnumerable<AssumedFact> AssumedFacts(FactSet facts)
    {
        var live = _candidates.Live;
        var names = live.SelectMany(candidate => candidate.Compiled.Conditions).SelectMany(condition => condition.AnyOf)
            .Where(test => test.WhenAbsent != Truth.Unknown && !Open.Contains(test.Test.Fact) && !facts.States(test.Test.Fact)).Select(test => test.Test.Fact);
        return names.Distinct().Order(StringComparer.Ordinal).Select(fact => new AssumedFact(
            fact, [.. Enumerable.Range(0, live.Count).Where(place => live[place].Tests(fact) || live[place].IsChargedBy(fact))]));
    }
}
