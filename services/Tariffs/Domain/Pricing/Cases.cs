using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>
/// Every case that the missing facts of an entry allow: each open fact has its values to try out, a short code its ways to
/// be completed, and a case takes one of each. Cases are numbered; the first fact varies fastest.
/// </summary>
internal sealed class Cases
{
    /// <summary>The most cases that are gone through.</summary>
    public const int Most = 20_000;

    private readonly string[] _facts;
    private readonly List<FactTrial>[] _trials;
    private readonly Candidates _candidates;
    private readonly FactSet _set;
    private readonly FactTrial[] _chosen;
    private readonly ContentRoom _room;
    private int _completion;

    /// <summary>Prepares the cases.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.InvalidRequest"/>: there are too many; the missing facts are named.</exception>
    public Cases(Candidates candidates, SortedSet<string> open, FactSet set, Entry entry)
    {
        (_candidates, _set) = (candidates, set);
        _facts = [.. open];
        (_chosen, _room) = (new FactTrial[_facts.Length], new ContentRoom(_facts, entry));
        _trials = Array.ConvertAll(_facts, fact => FactCells.Of(fact, candidates.Live, entry));
        Names = candidates.Completions.Count > 0 ? [.. _facts, FactNames.Code] : _facts;
        var count = (decimal)Math.Max(1, candidates.Completions.Count);
        foreach (var trials in _trials)
            count = Math.Min(count * trials.Count, Most + 1m);
        if (count > Most)
            throw TooMany();
        Count = (int)count;
    }

    /// <summary>Names of what varies: the open facts, then <c>hts</c> where the code does.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How many cases there are; one where nothing is open.</summary>
    public int Count { get; }

    /// <summary>How many values the thing that varies has.</summary>
    public int Width(int name) => name < _trials.Length ? _trials[name].Count : _candidates.Completions.Count;

    /// <summary>Sets a case up: its facts are tried out, and for each candidate it is said whether it applies.</summary>
    /// <returns>False where the case cannot be: its contents are together more than the customs value.</returns>
    public bool SetUp(int number, bool[] applies)
    {
        _completion = Choose(number, out var fits);
        _set.StopTrying();
        for (var i = 0; i < _facts.Length; i++)
            _set.Try(_facts[i], _chosen[i]);
        for (var i = 0; i < applies.Length; i++)
            applies[i] = Verdicts.Applies(_candidates.Live[i], _completion, _set);
        return fits;
    }

    /// <summary>The way in which the case set up last completes a short code.</summary>
    public int Completion => _completion;

    /// <summary>The values of a case, by name.</summary>
    public IReadOnlyDictionary<string, string> Describe(int number)
    {
        var completion = Choose(number, out _);
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < _facts.Length; i++)
            values[_facts[i]] = _chosen[i].Charged is { } charged ? DecimalText.Print(charged) : _chosen[i].Tested.Text;
        if (_candidates.Completions.Count > 0)
            values[FactNames.Code] = _candidates.Completions[completion].First.ToString("0000000000", null);
        return values;
    }

    private int Choose(int number, out bool fits)
    {
        for (var i = 0; i < _facts.Length; i++)
        {
            _chosen[i] = _trials[i][number % _trials[i].Count];
            number /= _trials[i].Count;
        }
        fits = _room.Fits(_chosen);
        return number;
    }

    private GeoGraphException TooMany()
    {
        var violations = new Violations();
        foreach (var fact in Names)
            violations.Add("facts." + fact, "", $"so many facts are missing that more than {Most} cases are open; state this one or some of the others");
        return GeoGraphException.Invalid(violations.Found);
    }
}
