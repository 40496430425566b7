#nullable disable

namespace Neo4j.Driver.Internal.Types;

internal sealed class Relationship(
    long id, string elementId, string type, Dictionary<string, object> properties, NodeKey start, NodeKey end)
    : Entity(id, elementId, properties), IRelationship
{
    public string Type => type;

    public long StartNodeId => start.Id;

    public long EndNodeId => end.Id;

    public string StartNodeElementId => start.ElementId;

    public string EndNodeElementId => end.ElementId;

    public bool Equals(IRelationship other) => other is not null && ElementId == other.ElementId;

    public override bool Equals(object obj) => Equals(obj as IRelationship);

    public override int GetHashCode() => base.GetHashCode();

    public override string ToString() => $"[:{type} {{elementId: {ElementId}}}]";
}

/// <summary>How a relationship names the node at one of its ends.</summary>
internal readonly record struct NodeKey(long Id, string ElementId);

/// <summary>A relationship as it lies in a path, which says its ends by the nodes beside it.</summary>
internal readonly record struct UnboundRelationship(long Id, string Type, Dictionary<string, object> Properties, string ElementId)
{
    public Relationship Between(Node start, Node end) =>
        new(Id, ElementId, Type, Properties, new NodeKey(start.Id, start.ElementId), new NodeKey(end.Id, end.ElementId));
}
