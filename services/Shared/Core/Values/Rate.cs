namespace GeoGraph.Core;

/// <summary>An ad valorem rate as an exact fraction of value: 0.045 is 4.5%. Not negative.</summary>
public readonly record struct Rate : IComparable<Rate>
{
    /// <summary>No duty.</summary>
    public static readonly Rate Zero;

    private Rate(decimal fraction) => Fraction = fraction;

    /// <summary>The rate as a fraction: 0.045 for 4.5%.</summary>
    public decimal Fraction { get; }

    /// <summary>The rate in percent: 4.5 for 4.5%.</summary>
    public decimal Percent => Fraction * 100m;

    /// <summary>Makes a rate from a fraction.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is negative.</exception>
    public static Rate FromFraction(decimal fraction) =>
        fraction >= 0m ? new Rate(fraction) : throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "a rate is not negative.");

    /// <summary>Makes a rate from percent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The percentage is negative.</exception>
    public static Rate FromPercent(decimal percent) =>
        percent >= 0m ? new Rate(percent / 100m) : throw new ArgumentOutOfRangeException(nameof(percent), percent, "a rate is not negative.");

    /// <summary>Order by size.</summary>
    public int CompareTo(Rate other) => Fraction.CompareTo(other.Fraction);

    /// <summary>The rate in percent without needless zeros, as <c>4.5%</c>.</summary>
    public override string ToString() => DecimalText.Print(Percent) + "%";
}
