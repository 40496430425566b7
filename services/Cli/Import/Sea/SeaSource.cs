using GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Cli.Import.Sea;

/// <summary>Where lanes and ports are published, and on which terms.</summary>
internal static class SeaSource
{
    /// <summary>What is told at every import.</summary>
    public const string Notice =
        "Lanes and ports as published with searoute (Apache License 2.0), whose network is Eurostat's SeaRoute (EUPL 1.2). Made for realistic routes, not for navigation.";

    /// <summary>What every lane and port rests on.</summary>
    public static Evidence Evidence() => new()
    {
        Sources = { new Source { Id = "sea:searoute", Title = "searoute: network of sea lanes, ports by UN/LOCODE", Publisher = "searoute, after Eurostat SeaRoute", Url = "https://pypi.org/project/searoute" } },
        Confidence = Confidence.Reported,
    };
}
