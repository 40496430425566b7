namespace GeoGraph.Core;

/// <summary>An exact amount in one currency.</summary>
/// <param name="Amount">The amount in units of the currency; may be negative for a difference.</param>
/// <param name="Currency">ISO 4217 code, three upper-case letters, as <c>USD</c>.</param>
public readonly record struct Money(decimal Amount, string Currency)
{
    /// <summary>An amount in US dollars.</summary>
    public static Money Usd(decimal amount) => new(amount, "USD");

    /// <summary>The amount rounded half away from zero to cents, as customs statements round.</summary>
    public Money ToCents() => this with { Amount = Math.Round(Amount, 2, MidpointRounding.AwayFromZero) };

    /// <summary>The amount with two places and the currency, as <c>42000.00 USD</c>.</summary>
    public override string ToString() => $"{DecimalText.PrintCents(ToCents().Amount)} {Currency}";
}
