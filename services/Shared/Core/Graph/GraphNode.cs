namespace GeoGraph.Core.Graph;

/// <summary>A node of the labelled property graph, as it stands at one revision.</summary>
public sealed record GraphNode
{
    /// <summary>The node's id; unique over all nodes and relations of the store.</summary>
    public required EntityId Id { get; init; }

    /// <summary>What the node is, in upper case with underscores, as <c>STATE</c>; exactly one.</summary>
    public required string Label { get; init; }

    /// <summary>The dates on which the node exists.</summary>
    public ValidPeriod Valid { get; init; }

    /// <summary>Names by language, the preferred one first; all are searched.</summary>
    public IReadOnlyList<LocalName> Names { get; init; } = [];

    /// <summary>Ids of things this node speaks of, which may live in another service's store; indexed.</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>The domain's own properties: a canonical JSON object (<see cref="CanonicalJson"/>).</summary>
    public string Properties { get; init; } = "{}";

    /// <summary>The revision at which this version was written; zero on a node that is to be written.</summary>
    public Revision ChangedAt { get; init; }

    /// <summary>True where both say the same, whenever written.</summary>
    public bool SaysTheSameAs(GraphNode other) =>
        Id == other.Id && Label == other.Label && Valid == other.Valid && Properties == other.Properties
        && Names.SequenceEqual(other.Names) && References.SequenceEqual(other.References);
}
