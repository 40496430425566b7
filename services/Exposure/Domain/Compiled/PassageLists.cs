namespace GeoGraph.Exposure.Compiled;

/// <summary>The transits that a flow states, as one value.</summary>
/// <param name="Rows">The transits, in the order stated; not empty.</param>
internal readonly record struct StatedTransits(IReadOnlyList<TransitRow> Rows)
{
    /// <summary>True where both state the same in the same order.</summary>
    public bool Equals(StatedTransits other) => Rows.SequenceEqual(other.Rows);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var row in Rows)
            hash.Add(row);
        return hash.ToHashCode();
    }
}

/// <summary>
/// The distinct lists of transits that flows state, each stored once; index 0 is the first. Immutable.
/// </summary>
internal sealed class PassageLists
{
    /// <summary>No list.</summary>
    public static readonly PassageLists Empty = new([], [], []);

    private readonly StatedTransits[] _stated;
    private readonly Passage[][] _accepted;
    private readonly Dictionary<StatedTransits, int> _index;

    private PassageLists(StatedTransits[] stated, Passage[][] accepted, Dictionary<StatedTransits, int> index) =>
        (_stated, _accepted, _index) = (stated, accepted, index);

    /// <summary>How many lists there are.</summary>
    public int Count => _stated.Length;

    /// <summary>Bytes that it takes, about.</summary>
    public long Bytes => _accepted.Sum(list => 24L + (list.Length * 32L)) + _stated.Sum(list => 64L + (list.Rows.Count * 80L));

    /// <summary>What a list states.</summary>
    public IReadOnlyList<TransitRow> Stated(int list) => _stated[list].Rows;

    /// <summary>What of a list keeps the rules, in order of chokepoint.</summary>
    public Passage[] Accepted(int list) => _accepted[list];

    /// <summary>The number of a list, or null where it is not here.</summary>
    public int? Find(StatedTransits transits) => _index.TryGetValue(transits, out var list) ? list : null;

    /// <summary>The lists with further ones, which get the numbers that follow.</summary>
    /// <param name="added">The further ones.</param>
    /// <param name="areOldKept">False where the nodes changed, so that what is accepted is found out anew for all lists.</param>
    /// <param name="accept">What of a list keeps the rules.</param>
    public PassageLists With(IReadOnlyList<StatedTransits> added, bool areOldKept, Func<IReadOnlyList<TransitRow>, Passage[]> accept)
    {
        if (added.Count == 0 && (areOldKept || Count == 0))
            return this;
        var index = added.Count == 0 ? _index : new Dictionary<StatedTransits, int>(_index);
        foreach (var transits in added)
            index.Add(transits, index.Count);
        StatedTransits[] stated = [.. _stated, .. added];
        var accepted = new Passage[stated.Length][];
        for (var list = 0; list < stated.Length; list++)
            accepted[list] = areOldKept && list < Count ? _accepted[list] : accept(stated[list].Rows);
        return new PassageLists(stated, accepted, index);
    }
}
