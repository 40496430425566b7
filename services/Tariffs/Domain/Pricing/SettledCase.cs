namespace GeoGraph.Tariffs;

/// <summary>What a settlement came to, kept to compare others with it. Not thread-safe.</summary>
internal sealed class SettledCase(int candidates)
{
    private readonly decimal[] _amounts = new decimal[candidates];
    private readonly decimal[] _exact = new decimal[candidates];
    private bool _prohibited;

    /// <summary>Where each candidate stood.</summary>
    public Standing[] Standings { get; } = new Standing[candidates];

    /// <summary>Keeps what was settled last.</summary>
    public void Take(Settlement settlement)
    {
        _prohibited = settlement.Prohibited;
        for (var i = 0; i < Standings.Length; i++)
            (Standings[i], _amounts[i], _exact[i]) = (settlement.Standings[i], Amount(settlement, i), Exact(settlement, i));
    }

    /// <summary>True where anything is owed now that was not, or otherwise.</summary>
    public bool IsOtherwiseOwed(Settlement now)
    {
        if (_prohibited != now.Prohibited)
            return Standings.Length > 0;
        for (var i = 0; i < Standings.Length; i++)
        {
            if (Standings[i].Applies != now.Standings[i].Applies || _amounts[i] != Amount(now, i))
                return true;
        }
        return false;
    }

    /// <summary>True where a candidate stands otherwise now, or owes another amount.</summary>
    public bool Differs(Settlement now, int place) =>
        _prohibited != now.Prohibited || Standings[place] != now.Standings[place] || _amounts[place] != Amount(now, place);

    /// <summary>
    /// True where the same would be told of the other case at any value, so long as duties are proportional: another candidate is charged,
    /// or every amount is the same before it is rounded.
    /// </summary>
    /// <param name="now">The other case.</param>
    /// <param name="flip">What makes it another.</param>
    public bool IsToldAlikeAtAnyValue(Settlement now, Flip flip)
    {
        if (_prohibited != now.Prohibited)
            return true;
        var (same, charged) = (true, false);
        for (var i = 0; i < Standings.Length; i++)
        {
            charged |= Standings[i].Applies != now.Standings[i].Applies;
            same &= _exact[i] == Exact(now, i);
        }
        return same || (charged && Array.TrueForAll(flip.Turning, place =>
            flip.Applies[place] != flip.Before[place] || Standings[place] != now.Standings[place] || _exact[place] == Exact(now, place)));
    }

    private static decimal Exact(Settlement settlement, int place) =>
        settlement.Standings[place].Applies && !settlement.Prohibited ? settlement.Amounts[place] : 0m;

    private static decimal Amount(Settlement settlement, int place) =>
        settlement.Standings[place].Applies && !settlement.Prohibited ? Settlement.ToCents(settlement.Amounts[place]) : 0m;
}
