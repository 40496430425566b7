using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Tracing;

/// <summary>A flow within a cone.</summary>
/// <param name="Ordinal">Its place among the cone's links, from 0.</param>
/// <param name="Flow">The flow in the graph.</param>
/// <param name="Supplier">The supplier's place among the cone's nodes.</param>
/// <param name="Share">Its share of its group, 0 to 1; null where unknown.</param>
/// <param name="AtMost">The share, or the most it can be.</param>
/// <param name="Inferred">True where the flow is inferred.</param>
internal readonly record struct Link(int Ordinal, int Flow, int Supplier, decimal? Share, decimal AtMost, bool Inferred);

/// <summary>An input group within a cone, or all groups of a node merged by value.</summary>
/// <param name="Group">The group in the graph; the first of them where merged.</param>
/// <param name="Links">Its flows.</param>
/// <param name="Unknown">The part of which no flow is known to have how much, 0 to 1.</param>
internal sealed record ConeGroup(int Group, Link[] Links, decimal Unknown);

/// <summary>A node within a cone.</summary>
/// <param name="Node">The node in the graph.</param>
/// <param name="Tier">The fewest flows between it and a root's buyer.</param>
internal sealed record ConeNode(int Node, int Tier)
{
    /// <summary>Its supply groups; empty where it has none, or was not expanded.</summary>
    public ConeGroup[] Groups { get; set; } = [];

    /// <summary>True where it has inputs that the cone does not hold, for depth or limit.</summary>
    public bool IsCut { get; set; }
}

/// <summary>
/// The part of a graph that lies upstream of some input groups (the roots), with every share worked out once.
/// Trade groups belong to it only as roots: what a state exports is not traced into what it imports.
/// </summary>
internal sealed class UpstreamCone
{
    /// <summary>The input groups asked about.</summary>
    public required IReadOnlyList<ConeGroup> Roots { get; init; }

    /// <summary>All suppliers found, in the order found.</summary>
    public required IReadOnlyList<ConeNode> Nodes { get; init; }

    /// <summary>The flow of each link, by the link's ordinal.</summary>
    public required IReadOnlyList<int> Flows { get; init; }

    /// <summary>The ids of its nodes and flows; made once each.</summary>
    public ConeIds Ids { get; } = new();

    /// <summary>Partial chains that were looked at in it.</summary>
    public int Steps { get; set; }

    /// <summary>The input groups of which something is unknown, in ascending order.</summary>
    public IReadOnlyList<int> UnknownGroups =>
        [.. Roots.Concat(Nodes.SelectMany(node => node.Groups)).Where(group => group.Unknown > 0m).Select(group => group.Group).Distinct().Order()];

    /// <summary>Flows that hold on the date and were left out by the evidence rule.</summary>
    public required int LeftOut { get; init; }

    /// <summary>What left something out: the limit on relations, or the end of the work.</summary>
    public required PrunedBy Cut { get; init; }
}
