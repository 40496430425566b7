using GeoGraph.Core.Graph;

namespace GeoGraph.Actors.Storage;

/// <summary>How a relation lies on the graph, with what the graph's relation itself holds left out of the properties.</summary>
internal static class RelationEdges
{
    private const string Product = "product";
    private const string Transit = "transit";
    private const string ControlledTowards = "controlled_towards";
    private const string Claim = "claim";

    /// <summary>Roles in which a flow refers to actors: its product and the chokepoints that it passes.</summary>
    public static readonly IReadOnlyList<string> FlowRoles = [Product, Transit];

    /// <summary>The graph's relation of a relation.</summary>
    public static GraphRelation ToEdge(Relation relation) => new()
    {
        Id = relation.Id,
        Type = RelationShape.Of(relation.Type)!.GraphType,
        From = relation.From,
        To = relation.To,
        Valid = relation.Valid,
        References = [.. ReferencesOf(relation).Distinct()],
        Properties = PropertyJson.Write(relation with
        {
            Id = default,
            Type = default,
            From = default,
            To = default,
            Valid = default,
            ChangedAt = default,
        }),
    };

    /// <summary>The relation of a graph's relation.</summary>
    public static Relation ToRelation(GraphRelation edge) => ((Relation)PropertyJson.Read(edge.Properties, typeof(Relation))) with
    {
        Id = edge.Id,
        Type = RelationShape.OfId(edge.Id)!.Type,
        From = edge.From,
        To = edge.To,
        Valid = edge.Valid,
        ChangedAt = edge.ChangedAt,
    };

    private static IEnumerable<Reference> ReferencesOf(Relation relation)
    {
        if (relation.ProductId is { } product)
            yield return new Reference(Product, product);
        foreach (var transit in relation.Transits)
            yield return new Reference(Transit, transit.ChokepointId);
        foreach (var id in relation.ControlledTowardsIds)
            yield return new Reference(ControlledTowards, id);
        foreach (var id in relation.Evidence.ClaimIds)
            yield return new Reference(Claim, id);
    }
}
