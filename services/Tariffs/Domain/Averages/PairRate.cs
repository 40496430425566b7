namespace GeoGraph.Tariffs;

/// <summary>Why a line from an origin has no rate in percent.</summary>
internal enum Unrated
{
    /// <summary>It has one.</summary>
    No,

    /// <summary>What it owes depends on a quantity.</summary>
    ByQuantity,

    /// <summary>It may not be entered.</summary>
    Prohibited,

    /// <summary>No ordinary duty covers it.</summary>
    NoData,

    /// <summary>The law tells codes apart that the schedule does not, so that no single rate is the line's.</summary>
    Undivided,

    /// <summary>It turns on so many facts that its cases are too many to go through.</summary>
    TooOpen,
}

/// <summary>What one family of measures takes, in percent of the customs value.</summary>
/// <param name="Authority">The family.</param>
/// <param name="Lowest">In the case that owes least in all.</param>
/// <param name="Highest">In the case that owes most in all; may be below <paramref name="Lowest"/> where others are owed in its place.</param>
internal readonly record struct AuthorityRate(string Authority, decimal Lowest, decimal Highest);

/// <summary>The rate of one line of a schedule from one origin.</summary>
/// <param name="Unrated">Why there is none.</param>
/// <param name="ByAuthority">The rate by family, in order of family, the ordinary duty's among them; empty where unrated. They add up to the whole.</param>
/// <param name="Missing">The facts that would decide between lowest and highest.</param>
internal sealed record PairRate(Unrated Unrated, AuthorityRate[] ByAuthority, IReadOnlyList<string> Missing)
{
    /// <summary>The least that is owed in all.</summary>
    public decimal Lowest { get; } = ByAuthority.Sum(part => part.Lowest);

    /// <summary>The most that is owed in all.</summary>
    public decimal Highest { get; } = ByAuthority.Sum(part => part.Highest);

    /// <summary>No rate.</summary>
    public static PairRate None(Unrated why) => new(why, [], []);
}
