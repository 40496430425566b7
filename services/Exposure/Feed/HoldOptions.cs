using System.ComponentModel.DataAnnotations;

namespace GeoGraph.Exposure.Feed;

/// <summary>What of the graph a replica holds.</summary>
internal enum Hold
{
    /// <summary>The whole graph where it has at most <see cref="HoldOptions.MaxRelations"/>, else the neighbourhood of each question.</summary>
    Auto,

    /// <summary>The whole graph, however large.</summary>
    Whole,

    /// <summary>Nothing: each question reads the neighbourhood of what it names.</summary>
    Neighbourhood,
}

/// <summary>How much of the graph is held in memory; section <c>GeoGraph:Exposure</c>. A value out of its range stops the start.</summary>
internal sealed class HoldOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "GeoGraph:Exposure";

    /// <summary>What is held.</summary>
    /// <value>Whole, neighbourhood or auto; default auto.</value>
    public Hold Hold { get; set; } = Hold.Auto;

    /// <summary>The most relations of a graph that is held whole by itself, as the header of its export counts them.</summary>
    /// <value>1 to 1,000,000,000; default 20,000,000, which take about 2 GB.</value>
    [Range(1, 1_000_000_000)]
    public long MaxRelations { get; set; } = 20_000_000;

    /// <summary>The most actors upstream of a question's that are read where the graph is not held.</summary>
    /// <value>1 to 100,000; default 50,000.</value>
    [Range(1, 100_000)]
    public int MaxNeighbourhoodActors { get; set; } = 50_000;

    /// <summary>True where a graph of so many relations is held whole.</summary>
    public bool Holds(long relations) => Hold == Hold.Whole || (Hold == Hold.Auto && relations <= MaxRelations);
}
