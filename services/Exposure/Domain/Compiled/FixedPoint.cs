namespace GeoGraph.Exposure.Compiled;

/// <summary>Exact decimals as integers, so that a column takes four or eight bytes a row.</summary>
internal static class FixedPoint
{
    /// <summary>The largest value kept, in USD per year, inclusive.</summary>
    public const decimal MaxUsd = 900_000_000_000_000m;

    /// <summary>Stands for "not stated" in both columns.</summary>
    public const int NotStated = -1;

    /// <summary>How many units a USD has.</summary>
    public const int UnitsInUsd = 10_000;

    private const decimal UsdUnit = UnitsInUsd;
    private const decimal ShareUnit = 1_000_000_000m;

    /// <summary>USD in units of 0.0001, rounded half to even.</summary>
    public static long FromUsd(decimal? usd) => usd is { } value ? (long)Math.Round(value * UsdUnit, MidpointRounding.ToEven) : NotStated;

    /// <summary>Back to USD; null where not stated.</summary>
    public static decimal? ToUsd(long units) => units == NotStated ? null : units / UsdUnit;

    /// <summary>A share of 0..1 in units of 10⁻⁹, rounded half to even.</summary>
    public static int FromShare(decimal? share) => share is { } value ? (int)Math.Round(value * ShareUnit, MidpointRounding.ToEven) : NotStated;

    /// <summary>Back to a share; null where not stated.</summary>
    public static decimal? ToShare(int units) => units == NotStated ? null : units / ShareUnit;
}
