namespace GeoGraph.Hosting;

/// <summary>Short names of the services: their keys under <c>GeoGraph:Services</c>, their health tags, their entries in revision tokens.</summary>
public static class ServiceNames
{
    /// <summary>Owns actors and relations.</summary>
    public const string Actors = "actors";

    /// <summary>Owns agreements, negotiations, measures and claims.</summary>
    public const string Agreements = "agreements";

    /// <summary>Answers duties.</summary>
    public const string Tariffs = "tariffs";

    /// <summary>Answers exposures.</summary>
    public const string Exposure = "exposure";
}
