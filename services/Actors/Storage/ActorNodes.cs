using GeoGraph.Core.Graph;

namespace GeoGraph.Actors.Storage;

/// <summary>How an actor lies on the graph: a node labelled by its kind, with what the node itself holds left out of the properties.</summary>
internal static class ActorNodes
{
    private const string About = "about";
    private const string Claim = "claim";

    /// <summary>The label of a kind, as <c>FACILITY</c>.</summary>
    public static string LabelOf(ActorKind kind) => kind.ToString().ToUpperInvariant();

    /// <summary>The node of an actor.</summary>
    public static GraphNode ToNode(Actor actor) => new()
    {
        Id = actor.Id,
        Label = LabelOf(actor.Kind),
        Valid = actor.Valid,
        Names = actor.Names,
        References = [.. ReferencesOf(actor).Distinct()],
        Properties = PropertyJson.Write(actor with { Id = default, Names = [], Valid = default, ChangedAt = default }),
    };

    /// <summary>The actor of a node.</summary>
    public static Actor ToActor(GraphNode node) => ((Actor)PropertyJson.Read(node.Properties, typeof(Actor))) with
    {
        Id = node.Id,
        Names = node.Names,
        Valid = node.Valid,
        ChangedAt = node.ChangedAt,
    };

    private static IEnumerable<Reference> ReferencesOf(Actor actor) =>
        actor.Attributes.Where(attribute => attribute.AboutId is not null).Select(attribute => new Reference(About, attribute.AboutId!.Value))
            .Concat(actor.Evidence.ClaimIds.Concat(actor.Attributes.SelectMany(attribute => attribute.Evidence.ClaimIds)).Select(id => new Reference(Claim, id)));
}
