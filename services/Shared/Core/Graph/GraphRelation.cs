namespace GeoGraph.Core.Graph;

/// <summary>A directed relation between two nodes of the same store, an entity of its own.</summary>
public sealed record GraphRelation
{
    /// <summary>The relation's id; unique over all nodes and relations of the store.</summary>
    public required EntityId Id { get; init; }

    /// <summary>What the relation means, in upper case with underscores, as <c>SUPPLIES</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The node it starts from.</summary>
    public required EntityId From { get; init; }

    /// <summary>The node it ends on; may equal <see cref="From"/>.</summary>
    public required EntityId To { get; init; }

    /// <summary>The dates on which it holds.</summary>
    public ValidPeriod Valid { get; init; }

    /// <summary>Ids of further things it speaks of (a product, a chokepoint, a claim); indexed.</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>The domain's own properties: a canonical JSON object (<see cref="CanonicalJson"/>).</summary>
    public string Properties { get; init; } = "{}";

    /// <summary>The revision at which this version was written; zero on a relation that is to be written.</summary>
    public Revision ChangedAt { get; init; }

    /// <summary>True where both say the same, whenever written.</summary>
    public bool SaysTheSameAs(GraphRelation other) =>
        Id == other.Id && Type == other.Type && From == other.From && To == other.To && Valid == other.Valid
        && Properties == other.Properties && References.SequenceEqual(other.References);
}
