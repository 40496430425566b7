namespace GeoGraph.Core.Graph.Writing;

/// <summary>One name that finds a node.</summary>
/// <param name="Node">The node that is found; it changes when the owner is merged.</param>
/// <param name="Owner">The id that brought the name.</param>
/// <param name="Place">The name's rank among those of the node: see <see cref="NamePlace"/>.</param>
/// <param name="Language">The name's language; null for an id.</param>
/// <param name="Text">The name, or the part of the id after the colon.</param>
/// <param name="Key">The store's own mark of a name that stands; zero on one that begins.</param>
public readonly record struct NameEntry(EntityId Node, EntityId Owner, long Place, string? Language, string Text, long Key = 0);

/// <summary>Where names stand among those that find a node: the first place is the best.</summary>
public static class NamePlace
{
    /// <summary>Where the places of the names of former ids begin; a node's own names come before, in their order.</summary>
    public const int FormerNames = 1_000_000;

    /// <summary>The place of a node's own id.</summary>
    public const int OwnId = 2_000_000;

    /// <summary>The place of a former id.</summary>
    public const int FormerId = 3_000_000;
}
