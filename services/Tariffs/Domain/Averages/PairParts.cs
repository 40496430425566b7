namespace GeoGraph.Tariffs;

/// <summary>Gathers what each family of measures takes of a pair of line and origin.</summary>
internal sealed class PairParts
{
    private const decimal Percent = 100m / AverageRules.Value;
    private readonly SortedDictionary<string, AuthorityRate> _parts = new(StringComparer.Ordinal);

    /// <summary>Adds an amount of the case that owes least.</summary>
    public void AddLowest(string authority, decimal amount)
    {
        var part = Of(authority);
        _parts[authority] = part with { Lowest = part.Lowest + (amount * Percent) };
    }

    /// <summary>Adds an amount of the case that owes most.</summary>
    public void AddHighest(string authority, decimal amount)
    {
        var part = Of(authority);
        _parts[authority] = part with { Highest = part.Highest + (amount * Percent) };
    }

    /// <summary>The rate.</summary>
    /// <param name="missing">The facts that would decide between lowest and highest.</param>
    public PairRate ToRate(IReadOnlyList<string> missing) => new(Unrated.No, [.. _parts.Values], missing);

    private AuthorityRate Of(string authority) => _parts.TryGetValue(authority, out var part) ? part : new AuthorityRate(authority, 0m, 0m);
}
