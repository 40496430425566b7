namespace GeoGraph.Tariffs;

/// <summary>Holds the contents that are tried out together to what the customs value has room for.</summary>
/// <param name="facts">Names of the facts that are tried out.</param>
/// <param name="entry">The entry that does not state them.</param>
internal sealed class ContentRoom(string[] facts, Entry entry)
{
    private readonly int[] _places = [.. Enumerable.Range(0, facts.Length).Where(place => FactNames.IsContent(facts[place]))];
    private readonly decimal _room = LeftBy(entry);

    /// <summary>What the stated contents leave of an entry's customs value; not negative.</summary>
    public static decimal LeftBy(Entry entry) => Math.Max(0m, entry.CustomsValue
        - entry.Facts.Where(pair => FactNames.IsContent(pair.Key)).Sum(pair => FactValue.Read(pair.Value).Number ?? 0m));

    /// <summary>False where the contents chosen are together more than there is room for. One that takes the rest is given it.</summary>
    /// <param name="chosen">A value of each fact, in their order.</param>
    public bool Fits(FactTrial[] chosen)
    {
        var (rest, sum) = (-1, 0m);
        foreach (var place in _places)
        {
            if (chosen[place].RestUpTo is null)
                sum += chosen[place].Charged ?? 0m;
            else if (rest < 0)
                rest = place;
            else
                return false;
        }
        var left = _room - sum;
        if (rest < 0)
            return left >= 0m;
        if (left < chosen[rest].Charged || left > chosen[rest].RestUpTo)
            return false;
        chosen[rest] = chosen[rest] with { Charged = left, RestUpTo = null };
        return true;
    }
}
