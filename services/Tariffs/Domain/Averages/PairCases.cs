namespace GeoGraph.Tariffs;

/// <summary>
/// Goes through every case that the open facts of a pair of line and origin allow, and keeps the one that owes least and the one that owes most;
/// of equals the first. Not thread-safe.
/// </summary>
internal sealed class PairCases
{
    private readonly Candidates _candidates;
    private readonly Settlement _settlement;
    private readonly Entry _entry;
    private readonly string[] _facts;
    private readonly List<FactTrial>[] _trials;
    private readonly FactTrial[] _chosen;
    private readonly ContentRoom _room;
    private readonly bool[] _applies;
    private readonly long _count;

    /// <summary>Prepares the cases of a pair.</summary>
    public PairCases(Candidates candidates, SortedSet<string> open, Settlement settlement, Entry entry)
    {
        (_candidates, _settlement, _entry) = (candidates, settlement, entry);
        _facts = [.. open];
        _trials = Array.ConvertAll(_facts, TrialsOf);
        (_chosen, _room) = (new FactTrial[_facts.Length], new ContentRoom(_facts, entry));
        _applies = new bool[candidates.Live.Count];
        _count = Math.Max(1, candidates.Completions.Count);
        foreach (var trials in _trials)
            _count = Math.Min(_count * trials.Count, Cases.Most + 1);
    }

    /// <summary>The rate.</summary>
    public PairRate Rate()
    {
        if (_count > Cases.Most)
            return PairRate.None(Unrated.TooOpen);
        var (lowest, highest) = (-1L, -1L);
        var (least, most) = (0m, 0m);
        for (var number = 0L; number < _count; number++)
        {
            if (!SetUp(number))
                continue;
            _settlement.Settle(_applies);
            if (_settlement.Prohibited)
                continue;
            if (_settlement.Ordinary < 0)
                return PairRate.None(Unrated.NoData);
            if (LacksQuantity())
                return PairRate.None(Unrated.ByQuantity);
            var total = Total();
            if (lowest < 0 || total < least)
                (lowest, least) = (number, total);
            if (highest < 0 || total > most)
                (highest, most) = (number, total);
        }
        return lowest < 0 ? PairRate.None(Unrated.Prohibited) : Parts(lowest, highest);
    }

    private PairRate Parts(long lowest, long highest)
    {
        var parts = new PairParts();
        Settle(lowest);
        foreach (var place in Charged())
            parts.AddLowest(_settlement.Candidates[place].Measure.Authority, _settlement.Amounts[place]);
        Settle(highest);
        foreach (var place in Charged())
            parts.AddHighest(_settlement.Candidates[place].Measure.Authority, _settlement.Amounts[place]);
        return parts.ToRate([.. Differing(lowest, highest)]);
    }

    // Of equal cases the first is kept, so what differs between the two is what they turn on.
    private IEnumerable<string> Differing(long lowest, long highest)
    {
        for (var i = 0; i < _facts.Length; i++)
        {
            if (lowest % _trials[i].Count != highest % _trials[i].Count)
                yield return _facts[i];
            (lowest, highest) = (lowest / _trials[i].Count, highest / _trials[i].Count);
        }
        if (lowest != highest)
            yield return FactNames.Code;
    }

    // What fees and taxes lack does not count.
    private bool LacksQuantity() => _settlement.Context.LacksQuantities && (Charged().Any(Lacks) || !_settlement.Plan.Charges.Any(Lacks));

    private bool Lacks(int place) => DutyEvaluator.LacksQuantity(_settlement.Candidates[place].Compiled.Duty!, _settlement.Context.Quantities);

    private void Settle(long number)
    {
        SetUp(number);
        _settlement.Settle(_applies);
    }

    private bool SetUp(long number)
    {
        for (var i = 0; i < _facts.Length; i++)
        {
            _chosen[i] = _trials[i][(int)(number % _trials[i].Count)];
            number /= _trials[i].Count;
        }
        if (!_room.Fits(_chosen))
            return false;
        for (var i = 0; i < _facts.Length; i++)
            _settlement.Context.Facts.Try(_facts[i], _chosen[i]);
        for (var i = 0; i < _applies.Length; i++)
            _applies[i] = Verdicts.Applies(_candidates.Live[i], (int)number, _settlement.Context.Facts);
        return true;
    }

    private decimal Total()
    {
        var total = 0m;
        foreach (var place in Charged())
            total += _settlement.Amounts[place];
        return total;
    }

    private IEnumerable<int> Charged() => _settlement.Plan.Duties.Where(place => _settlement.Standings[place].Applies);

    // A content that no test reads owes least and most at nothing, at next to nothing and at all that there is room for.
    private List<FactTrial> TrialsOf(string fact)
    {
        if (!FactNames.IsContent(fact) || _candidates.Live.Exists(candidate => candidate.Tests(fact)))
            return FactCells.Of(fact, _candidates.Live, _entry);
        var (room, inside) = (ContentRoom.LeftBy(_entry), FactValue.Of(ContentRoom.LeftBy(_entry) / 2m));
        return [new FactTrial(FactValue.Of(0m), 0m), new FactTrial(inside, 0m), new FactTrial(inside, 0m, room)];
    }
}
