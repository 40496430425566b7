#nullable disable

namespace Neo4j.Driver.Internal.Types;

internal sealed class Node(long id, List<string> labels, Dictionary<string, object> properties, string elementId)
    : Entity(id, elementId, properties), INode
{
    public IReadOnlyList<string> Labels => labels;

    public bool Equals(INode other) => other is not null && ElementId == other.ElementId;

    public override bool Equals(object obj) => Equals(obj as INode);

    public override int GetHashCode() => base.GetHashCode();

    public override string ToString() => $"(:{string.Join(':', labels)} {{elementId: {ElementId}}})";
}
