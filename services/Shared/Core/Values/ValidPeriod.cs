namespace GeoGraph.Core;

/// <summary>
/// Valid time: the dates on which a fact holds, half-open <c>[From, To)</c>. A missing bound is unbounded on that side.
/// </summary>
public readonly record struct ValidPeriod
{
    /// <summary>Holds always.</summary>
    public static readonly ValidPeriod Always;

    /// <summary>Makes the period <c>[from, to)</c>.</summary>
    /// <param name="from">First date on which the fact holds, inclusive; null for no beginning.</param>
    /// <param name="to">First date on which it holds no more, exclusive; null for no end.</param>
    /// <exception cref="ArgumentException"><paramref name="to"/> is not after <paramref name="from"/>.</exception>
    public ValidPeriod(DateOnly? from, DateOnly? to)
    {
        if (from is { } f && to is { } t && t <= f)
            throw new ArgumentException($"the period ends on {t:yyyy-MM-dd}, which is not after its start {f:yyyy-MM-dd}.", nameof(to));
        From = from;
        To = to;
    }

    /// <summary>First date on which the fact holds, inclusive; null for no beginning.</summary>
    public DateOnly? From { get; }

    /// <summary>First date on which it holds no more, exclusive; null for no end.</summary>
    public DateOnly? To { get; }

    /// <summary>True where the fact holds on <paramref name="asOf"/>.</summary>
    public bool Contains(DateOnly asOf) => (From is not { } f || f <= asOf) && (To is not { } t || asOf < t);

    /// <summary>True where the two share at least one date.</summary>
    public bool Overlaps(ValidPeriod other) =>
        (From is not { } f || other.To is not { } ot || f < ot) && (To is not { } t || other.From is not { } of || of < t);

    /// <summary><c>[from, to)</c> in ISO dates, with <c>..</c> for a missing bound.</summary>
    public override string ToString() => $"[{From?.ToString("yyyy-MM-dd", null) ?? ".."}, {To?.ToString("yyyy-MM-dd", null) ?? ".."})";
}
