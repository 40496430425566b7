namespace GeoGraph.Exposure.Feasibility;

/// <summary>
/// Finds the places whose loss alone, beside what is gone already, stops place 0. Only what is in every support found so far is tried, nearest first. What stops a single
/// point already found stops place 0, so that a try ends there. Place 0 survives most tries after a few steps; once such tries have cost as much as a support does, another
/// support, without the place tried last, takes more of them out.
/// </summary>
internal sealed class SinglePointSearch(FeasibilityState state)
{
    // Supports that avoid what is left to try are looked for until they help no more, but no more often than this.
    private const int MaxSupports = 16;

    private readonly SupportSearch _supports = new(state);
    private readonly List<int> _candidates = [];
    private long _stepsOfSupport;

    /// <summary>The places, in order; <paramref name="mayBe"/> false leaves one out. The state is left as it was. Only where place 0 is alive.</summary>
    public List<int> Find(Func<int, bool> mayBe, CancellationToken cancellationToken)
    {
        Collect(mayBe);
        var (points, spent) = (new List<int>(), 0L);
        for (var i = 0; i < _candidates.Count; i++)
        {
            var place = _candidates[i];
            if (place < 0)
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            var (mark, before) = (state.Mark, state.Steps);
            if (state.Remove(place))
            {
                points.Add(place);
                state.SetVital(place, true);
            }
            else if ((spent += state.Steps - before + 1) >= _stepsOfSupport)
            {
                Narrow(i);
                spent = 0;
            }
            state.Undo(mark);
        }
        foreach (var point in points)
            state.SetVital(point, false);
        foreach (var place in _candidates)
        {
            if (place >= 0)
                _supports.SetCost(place, 0);
        }
        return points;
    }

    private void Collect(Func<int, bool> mayBe)
    {
        _candidates.Clear();
        var before = state.Steps;
        foreach (var place in _supports.Find())
        {
            if (place != 0 && mayBe(place))
                _candidates.Add(place);
        }
        _stepsOfSupport = state.Steps - before;
        foreach (var place in _candidates)
            _supports.SetCost(place, 1);
        for (var i = 0; i < MaxSupports; i++)
        {
            _supports.Find();
            if (Drop(0) == 0)
                break;
            _candidates.RemoveAll(place => place < 0);
        }
        _candidates.Sort();
    }

    private void Narrow(int from)
    {
        _supports.Find();
        Drop(from);
    }

    private int Drop(int from)
    {
        var dropped = 0;
        for (var i = from; i < _candidates.Count; i++)
        {
            if (_candidates[i] < 0 || _supports.Contains(_candidates[i]))
                continue;
            _supports.SetCost(_candidates[i], 0);
            _candidates[i] = -1;
            dropped++;
        }
        return dropped;
    }
}
