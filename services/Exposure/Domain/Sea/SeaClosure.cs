namespace GeoGraph.Exposure.Sea;

/// <summary>What is shut, by mark.</summary>
internal sealed class SeaClosure
{
    private readonly bool[] _shut;

    private SeaClosure(bool[] shut) => _shut = shut;

    /// <summary>Nothing but what is shut on the network anyhow.</summary>
    public static SeaClosure Normal(SeaNetwork network) => Of(network, []);

    /// <summary>Some marks, and what is shut on the network anyhow.</summary>
    public static SeaClosure Of(SeaNetwork network, IEnumerable<int> shut)
    {
        var closed = new bool[network.Marks.Count];
        foreach (var mark in shut.Concat(network.Shut))
            closed[mark] = true;
        return new SeaClosure(closed);
    }

    /// <summary>True where the mark is shut.</summary>
    public bool IsShut(int mark) => _shut[mark];

    /// <summary>True where a stretch with these marks is shut: one of them is.</summary>
    public bool Shuts(ReadOnlySpan<int> marks)
    {
        foreach (var mark in marks)
        {
            if (_shut[mark])
                return true;
        }
        return false;
    }

    /// <summary>For each set of marks so far whether it is shut.</summary>
    public bool[] Sets(MarkSets sets)
    {
        var shut = new bool[sets.Count];
        for (var set = 0; set < shut.Length; set++)
            shut[set] = Shuts(sets[set]);
        return shut;
    }
}
