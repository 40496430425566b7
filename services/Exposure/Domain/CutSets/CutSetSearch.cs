using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Feasibility;

namespace GeoGraph.Exposure.CutSets;

/// <summary>
/// Finds minimal cut sets, size by size, as hitting sets of supports: whatever stops place 0 takes something out of every support, so that a set that does not stop it yet is
/// extended by each member of one support in turn; a member tried before is kept in the later branches, so that every set comes up once. The last member is found
/// by <see cref="SinglePointSearch"/>. A branch ends where more disjoint supports are left than it may still take nodes.
/// </summary>
internal sealed class CutSetSearch
{
    private readonly FeasibilityState _state;
    private readonly SinglePointSearch _points;
    private readonly SupportSearch _supports;
    private readonly CutSetLimits _limits;
    private readonly TraceLimits _end;
    private readonly CancellationToken _cancellationToken;
    private readonly bool[] _kept;
    private readonly List<int> _gone = [];
    private readonly HashSet<string> _keys = [];

    /// <summary>Prepares a search; what <paramref name="mayBe"/> denies is in no set.</summary>
    public CutSetSearch(FeasibilityState state, Func<int, bool> mayBe, CutSetLimits limits, TraceLimits end, CancellationToken cancellationToken)
    {
        (_state, _points, _supports, _limits, _end, _cancellationToken) = (state, new SinglePointSearch(state), new SupportSearch(state), limits, end, cancellationToken);
        _kept = new bool[state.Net.Count];
        for (var place = 0; place < _kept.Length; place++)
        {
            _kept[place] = place == 0 || !mayBe(place);
            _supports.SetCost(place, _kept[place] ? (byte)0 : (byte)1);
        }
    }

    /// <summary>The sets found, each in order of place.</summary>
    public List<int[]> Found { get; } = [];

    private bool IsExhausted => _state.Steps >= _limits.MaxSteps || Found.Count >= _limits.MaxSets || _end.IsOver;

    /// <summary>Searches, and says up to which size all sets were found.</summary>
    public int Run()
    {
        for (var size = 1; size <= _limits.MaxSize; size++)
        {
            Extend(size);
            if (IsExhausted)
                return size - 1;
            // A single point makes every larger set with it not minimal.
            if (size == 1)
                Found.ForEach(single => Keep(single[0]));
        }
        return _limits.MaxSize;
    }

    private void Extend(int more)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (more == 1)
        {
            foreach (var last in _points.Find(place => !_kept[place], _cancellationToken))
                Add(last);
            return;
        }
        int[] branches = [.. _supports.Find().Where(place => !_kept[place]).Order()];
        if (branches.Length == 0 || HasDisjointSupports(more))
            return;
        var tried = 0;
        for (; tried < branches.Length && !IsExhausted; tried++)
        {
            Without(branches[tried], more - 1);
            Keep(branches[tried]);
        }
        for (var i = 0; i < tried; i++)
            Release(branches[i]);
    }

    private void Without(int place, int more)
    {
        var mark = _state.Mark;
        _gone.Add(place);
        if (!_state.Remove(place))
            Extend(more);
        _state.Undo(mark);
        _gone.RemoveAt(_gone.Count - 1);
    }

    // The support found last is one; each further one is looked for among what the ones before leave, what is kept being free to all.
    private bool HasDisjointSupports(int more)
    {
        var mark = _state.Mark;
        var disjoint = false;
        for (var found = 1; ; found++)
        {
            if (found > more)
            {
                disjoint = true;
                break;
            }
            if (_state.Remove([.. _supports.Find().Where(place => !_kept[place])]))
                break;
        }
        _state.Undo(mark);
        return disjoint;
    }

    private void Add(int last)
    {
        int[] set = [.. _gone, last];
        Array.Sort(set);
        if (Found.Count < _limits.MaxSets && !HasSmallerCut(set))
        {
            _keys.Add(Key(set, -1L));
            Found.Add(set);
        }
    }

    // All smaller minimal sets are known by then: the set is minimal where none of them is a part of it.
    private bool HasSmallerCut(int[] set)
    {
        for (var part = 1L; part < (1L << set.Length) - 1; part++)
        {
            if (_keys.Contains(Key(set, part)))
                return true;
        }
        return false;
    }

    private static string Key(int[] set, long part) => string.Join(' ', set.Where((_, i) => (part & (1L << i)) != 0));

    private void Keep(int place)
    {
        _kept[place] = true;
        _supports.SetCost(place, 0);
    }

    private void Release(int place)
    {
        _kept[place] = false;
        _supports.SetCost(place, 1);
    }
}
