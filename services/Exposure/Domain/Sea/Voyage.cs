namespace GeoGraph.Exposure.Sea;

/// <summary>Lengths and times of ways for people.</summary>
internal static class Voyage
{
    /// <summary>The speed where nobody states one, in knots.</summary>
    public const decimal DefaultKnots = 14m;

    private const decimal MicrometresAKm = 1_000_000_000m;
    private const decimal KmANauticalMile = 1.852m;
    private const decimal HoursADay = 24m;

    /// <summary>Kilometres.</summary>
    public static decimal Km(long micrometres) => micrometres / MicrometresAKm;

    /// <summary>Days at a speed in knots, more than zero.</summary>
    public static decimal Days(long micrometres, decimal knots) => Km(micrometres) / (knots * KmANauticalMile * HoursADay);
}
