namespace GeoGraph.Exposure.Tariffs;

/// <summary>The duty on goods against their value.</summary>
/// <param name="AtLeast">The least that it can be, not negative; null where no rate can be given.</param>
/// <param name="AtMost">The most that it can be; equals <paramref name="AtLeast"/> where it is exact; null where no rate can be given.</param>
/// <param name="Measures">Ids of the measures charged at the least; empty where the rate is stated by a question.</param>
/// <param name="Missing">Why no rate can be given, in a sentence; empty where one is.</param>
internal sealed record DutyRate(decimal? AtLeast, decimal? AtMost, IReadOnlyList<string> Measures, string Missing)
{
    /// <summary>What is said of the law beside the rate, as what it is inferred from, in sentences.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>No duty.</summary>
    public static readonly DutyRate Free = Exactly(0m);

    /// <summary>True where a rate is given.</summary>
    public bool IsKnown => AtLeast is not null;

    /// <summary>True where a rate is given and nothing of it is open.</summary>
    public bool IsExact => IsKnown && AtLeast == AtMost;

    /// <summary>A rate.</summary>
    public static DutyRate Exactly(decimal rate) => new(rate, rate, [], "");

    /// <summary>No rate, and why.</summary>
    public static DutyRate Unknown(string missing) => new(null, null, [], missing);

    /// <summary>The range over goods that may be any of several codes: from the least of the lowest to the most of the highest; unknown where one is.</summary>
    public static DutyRate Over(IReadOnlyList<DutyRate> rates)
    {
        if (rates.FirstOrDefault(rate => !rate.IsKnown) is { } unknown)
            return unknown;
        return rates.Count == 1 ? rates[0] : new DutyRate(rates.Min(rate => rate.AtLeast), rates.Max(rate => rate.AtMost),
            [.. rates.SelectMany(rate => rate.Measures).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], "")
        {
            Remarks = [.. rates.SelectMany(rate => rate.Remarks).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }
}
