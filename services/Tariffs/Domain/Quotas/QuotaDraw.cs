namespace GeoGraph.Tariffs;

/// <summary>An entry that draws on a quota.</summary>
/// <param name="Standing">Where the quota stands, seen from the entry.</param>
/// <param name="Quantity">How much the entry is, in the quota's unit; null where it does not say.</param>
/// <param name="Missing">Facts and quantities without which it is not known how much of the entry is within; empty where it is known.</param>
internal sealed record QuotaDraw(QuotaStanding Standing, decimal? Quantity, IReadOnlyList<string> Missing)
{
    /// <summary>The quota.</summary>
    public CompiledQuota Quota => Standing.Quota;

    /// <summary>True where it is not known how much is within.</summary>
    public bool IsOpen => Missing.Count > 0;

    /// <summary>How much of the entry is within, where that is known.</summary>
    public QuotaCut Cut => Standing.Balance is not > 0m ? QuotaCut.None
        : Quantity <= Standing.Balance ? QuotaCut.Whole
        : new QuotaCut(Standing.Balance.Value, Quantity!.Value);

    /// <summary>Why what is beyond does not enter at the measure within.</summary>
    public string Beyond => Standing.Status == QuotaStatus.Exhausted
        ? $"nothing is left of {Quota.Name}: {Standing.Text}"
        : $"this part of the entry is beyond {Quota.Name}: {Standing.Text}";
}

/// <summary>A share of an entry, kept as two numbers so that amounts stay exact.</summary>
/// <param name="Part">The part; not negative and not above the whole.</param>
/// <param name="Of">The whole; more than 0.</param>
internal readonly record struct QuotaCut(decimal Part, decimal Of) : IComparable<QuotaCut>
{
    /// <summary>Nothing of the entry.</summary>
    public static readonly QuotaCut None = new(0m, 1m);

    /// <summary>All of the entry.</summary>
    public static readonly QuotaCut Whole = new(1m, 1m);

    private const decimal MostProduct = 1_000_000_000_000_000m;

    /// <summary>The share of an amount; multiplied first, so that what divides evenly stays exact, unless the numbers are too long for that.</summary>
    public decimal Share(decimal amount) =>
        Part == Of ? amount
        : amount <= MostProduct / 100m && Part <= MostProduct / 100m ? amount * Part / Of
        : amount * (Part / Of);

    /// <summary>Order of size.</summary>
    public int CompareTo(QuotaCut other) => (Part / Of).CompareTo(other.Part / other.Of);
}
