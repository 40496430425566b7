namespace GeoGraph.Exposure.Disruption;

/// <summary>
/// Finds which nodes of a circle come to rest at nothing, lanes side by side as bits, so that their slow way there need not be gone. Losses are like the chance to reach what is gone
/// when each node may choose an input group and goes on to one of its suppliers by share: that chance is one where some choice stays among nodes of which the
/// same holds and can get there (the set Prob1 of Markov decision processes; de Alfaro 1997). Only nodes all of whose groups are essential with known shares are found.
/// </summary>
internal sealed class CertainLosses(ScreenNet net)
{
    // Where the sets have not settled by then, none is said to be certain.
    private const int MaxRounds = 200;

    private readonly int[] _stays = new int[net.Count];
    private readonly int[] _reaches = new int[net.Count];

    /// <summary>The lanes in which the node at a position of the circle looked at last comes to rest at nothing.</summary>
    public int Of(int position) => _stays[position];

    /// <summary>Looks at the circle of the positions from start to end.</summary>
    /// <param name="start">First position, inclusive.</param>
    /// <param name="end">Last position, exclusive.</param>
    /// <param name="gone">By position: the lanes in which it is gone.</param>
    /// <param name="whole">By position outside the circle: the lanes in which it loses everything.</param>
    public void Find(int start, int end, int[] gone, Func<int, int> whole)
    {
        for (var position = start; position < end; position++)
            _stays[position] = net.IsPlain[position] ? (1 << ShockScreen.Lanes) - 1 : gone[position];
        for (var round = 0; round < MaxRounds; round++)
        {
            for (var position = start; position < end; position++)
                _reaches[position] = gone[position];
            while (Reach(start, end, whole))
                continue;
            if (_stays.AsSpan(start..end).SequenceEqual(_reaches.AsSpan(start..end)))
                return;
            _reaches.AsSpan(start..end).CopyTo(_stays.AsSpan(start));
        }
        gone.AsSpan(start..end).CopyTo(_stays.AsSpan(start));
    }

    private bool Reach(int start, int end, Func<int, int> whole)
    {
        var grew = false;
        for (var position = start; position < end; position++)
        {
            var open = _stays[position] & ~_reaches[position];
            if (open == 0)
                continue;
            var found = 0;
            for (var group = net.FirstGroup[position]; group < net.FirstGroup[position + 1] && (open & ~found) != 0; group++)
                found |= Group(group, open, start, end, whole);
            grew |= found != 0;
            _reaches[position] |= found;
        }
        return grew;
    }

    // The lanes, of those open, in which all suppliers stay and one of them gets there.
    private int Group(int group, int open, int start, int end, Func<int, int> whole)
    {
        var (all, any) = (open, 0);
        for (var flow = net.FirstFlow[group]; flow < net.FirstFlow[group + 1] && all != 0; flow++)
        {
            if (net.Share[flow] <= 0)
                continue;
            var supplier = net.Supplier[flow];
            var inside = supplier >= start && supplier < end;
            var lost = inside ? 0 : whole(supplier);
            all &= inside ? _stays[supplier] : lost;
            any |= inside ? _reaches[supplier] : lost;
        }
        return all & any;
    }
}
