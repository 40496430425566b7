namespace GeoGraph.Exposure.Feed;

/// <summary>How the sea is read; section <c>GeoGraph:Exposure</c>.</summary>
internal sealed class SeaOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "GeoGraph:Exposure";

    /// <summary>True where flows that state no transit pass what lies on the shortest way by sea between the ports of their ends, as far as lanes are in the data. Default true.</summary>
    public bool InferTransits { get; set; } = true;
}
