using GeoGraph.Core;

namespace GeoGraph.Exposure.Sea;

/// <summary>A place in units of 1e-7 degree (a centimetre), WGS 84. Longitudes 180 and -180 are one: it is kept as 180.</summary>
/// <param name="Latitude">-900,000,000 to 900,000,000.</param>
/// <param name="Longitude">Above -1,800,000,000, up to 1,800,000,000.</param>
internal readonly record struct GeoPoint(int Latitude, int Longitude) : IComparable<GeoPoint>
{
    private const int UnitsADegree = 10_000_000;
    private const int HalfTurn = 180 * UnitsADegree;

    /// <summary>The mean radius of the Earth in kilometres, as the International Union of Geodesy and Geophysics has it.</summary>
    public const double EarthRadiusKm = 6371.0088;

    private const double MicrometresAKm = 1e9;

    /// <summary>The point of a latitude from -90 to 90 and a longitude from -180 to 180 degrees, rounded to seven places, half to even.</summary>
    public static GeoPoint FromDegrees(decimal latitude, decimal longitude)
    {
        var units = Units(longitude);
        return new GeoPoint(Units(latitude), units == -HalfTurn ? HalfTurn : units);
    }

    /// <summary>The latitude in degrees, as decimal text.</summary>
    public string LatitudeText => DecimalText.Print((decimal)Latitude / UnitsADegree);

    /// <summary>The longitude in degrees, as decimal text.</summary>
    public string LongitudeText => DecimalText.Print((decimal)Longitude / UnitsADegree);

    /// <summary>
    /// The great-circle distance in micrometres, by the haversine formula. Whole numbers, so that the length of a way does not depend on the
    /// order in which its parts are added.
    /// </summary>
    public long MicrometresTo(GeoPoint other)
    {
        var (latitude, otherLatitude) = (Radians(Latitude), Radians(other.Latitude));
        var halfLatitude = Math.Sin((otherLatitude - latitude) / 2);
        var halfLongitude = Math.Sin(Radians((long)other.Longitude - Longitude) / 2);
        var haversine = (halfLatitude * halfLatitude) + (Math.Cos(latitude) * Math.Cos(otherLatitude) * halfLongitude * halfLongitude);
        return (long)Math.Round(2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(haversine))) * MicrometresAKm);
    }

    /// <summary>The point on the unit sphere.</summary>
    public (double X, double Y, double Z) OnSphere()
    {
        var (latitude, longitude) = (Radians(Latitude), Radians(Longitude));
        return (Math.Cos(latitude) * Math.Cos(longitude), Math.Cos(latitude) * Math.Sin(longitude), Math.Sin(latitude));
    }

    /// <summary>By latitude, then longitude.</summary>
    public int CompareTo(GeoPoint other) => Latitude != other.Latitude ? Latitude.CompareTo(other.Latitude) : Longitude.CompareTo(other.Longitude);

    private static int Units(decimal degrees) => (int)decimal.Round(degrees * UnitsADegree, 0, MidpointRounding.ToEven);

    private static double Radians(long units) => units * (Math.PI / HalfTurn);
}
