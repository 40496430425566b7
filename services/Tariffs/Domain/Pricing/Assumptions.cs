namespace GeoGraph.Tariffs;

/// <summary>
/// Finds what an answer took to be so because the entry does not say, fact by fact: those on which something would turn that is
/// owed. Each value that a fact could have is tried out in the cases that owe least and most.
/// </summary>
internal sealed class Assumptions(List<Candidate> candidates, Cases cases, Settlement settlement, SortedSet<string> open, Entry entry)
{
    private readonly bool[] _before = new bool[candidates.Count];
    private readonly bool[] _applies = new bool[candidates.Count];
    private readonly SortedDictionary<string, SortedSet<int>> _readers = new(StringComparer.Ordinal);

    /// <summary>The assumptions on which some of the cases rest, in order of fact.</summary>
    /// <param name="numbers">The cases.</param>
    public IReadOnlyList<DutyAssumption> Of(params int[] numbers)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var facts = AssumedFacts();
        foreach (var number in numbers.Distinct())
        {
            cases.SetUp(number, _before);
            settlement.Settle(_before);
            foreach (var fact in settlement.Context.AssumedContents)
                TakeBase(fact, texts);
            var settled = Settled();
            foreach (var (fact, readers) in facts)
                TryOut(fact, readers, settled);
        }
        return [.. _readers.Where(pair => pair.Value.Count > 0).Select(pair => new DutyAssumption(
            pair.Key, [.. pair.Value.Select(place => candidates[place].Measure.Id.Value)], texts.GetValueOrDefault(pair.Key) ?? AssumedWords.Of(pair.Key, Tests(pair.Key, pair.Value))))];
    }

    private void TakeBase(string fact, SortedDictionary<string, string> texts)
    {
        texts[fact] = $"{fact} is not stated: {(FactNames.IsContent(fact) ? "the whole value is taken to be that content" : "it is taken to be 0")}";
        for (var i = 0; i < candidates.Count; i++)
        {
            if (settlement.Standings[i].Applies && candidates[i].IsChargedBy(fact))
                Readers(fact).Add(i);
        }
    }

    // Places of the candidates that read each fact for which a test has a rule of its own.
    private SortedDictionary<string, List<int>> AssumedFacts()
    {
        var readers = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            foreach (var condition in candidate.Compiled.Conditions)
            {
                foreach (var test in condition.AnyOf)
                {
                    if (test.WhenAbsent != Truth.Unknown && !open.Contains(test.Test.Fact) && !settlement.Context.Facts.States(test.Test.Fact))
                        readers.TryAdd(test.Test.Fact, []);
                }
            }
        }
        foreach (var (fact, places) in readers)
        {
            for (var i = 0; i < candidates.Count; i++)
            {
                if (candidates[i].Tests(fact) || candidates[i].IsChargedBy(fact))
                    places.Add(i);
            }
        }
        return readers;
    }

    private void TryOut(string fact, List<int> readers, (bool Prohibited, Standing Standing, decimal Amount)[] settled)
    {
        foreach (var trial in FactCells.Of(fact, readers.ConvertAll(place => candidates[place]), entry))
        {
            _before.CopyTo(_applies, 0);
            cases.TryAlso(fact, trial, readers, _applies);
            var turning = readers.FindAll(place => _applies[place] != _before[place] || (_applies[place] && candidates[place].IsChargedBy(fact)));
            if (turning.Count == 0 || (_readers.TryGetValue(fact, out var known) && known.IsSupersetOf(turning)))
                continue;
            settlement.Settle(_applies);
            var now = Settled();
            for (var i = 0; i < now.Length; i++)
            {
                if (!IsOtherwiseOwed(settled[i], now[i]))
                    continue;
                Readers(fact).UnionWith(turning.Where(place => _applies[place] != _before[place] || settled[place] != now[place]));
                break;
            }
        }
        settlement.Context.Facts.StopTrying(fact);
    }

    private static bool IsOtherwiseOwed((bool Prohibited, Standing Standing, decimal Amount) left, (bool Prohibited, Standing Standing, decimal Amount) right) =>
        left.Prohibited != right.Prohibited || left.Amount != right.Amount || left.Standing.Applies != right.Standing.Applies;

    private (bool Prohibited, Standing Standing, decimal Amount)[] Settled()
    {
        var rows = new (bool, Standing, decimal)[candidates.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            var isCharged = settlement.Standings[i].Applies && !settlement.Prohibited;
            rows[i] = (settlement.Prohibited, settlement.Standings[i], isCharged ? Settlement.ToCents(settlement.Amounts[i]) : 0m);
        }
        return rows;
    }

    private IEnumerable<CompiledTest> Tests(string fact, SortedSet<int> places) =>
        places.SelectMany(place => candidates[place].Compiled.Conditions).SelectMany(condition => condition.AnyOf)
            .Where(test => test.Test.Fact == fact && test.WhenAbsent != Truth.Unknown);

    private SortedSet<int> Readers(string fact)
    {
        if (!_readers.TryGetValue(fact, out var places))
            _readers[fact] = places = [];
        return places;
    }
}
