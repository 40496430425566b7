#nullable disable

namespace Neo4j.Driver.Internal.Types;

internal sealed class GraphPath(IReadOnlyList<INode> nodes, IReadOnlyList<IRelationship> relationships) : IPath
{
    public INode Start => nodes[0];

    public INode End => nodes[^1];

    public IReadOnlyList<INode> Nodes => nodes;

    public IReadOnlyList<IRelationship> Relationships => relationships;

    public bool Equals(IPath other) =>
        other is not null && nodes.SequenceEqual(other.Nodes) && relationships.SequenceEqual(other.Relationships);

    public override bool Equals(object obj) => Equals(obj as IPath);

    public override int GetHashCode() => HashCode.Combine(Start, End, nodes.Count);
}

/// <summary>Makes a path of the distinct nodes and relationships that a structure of PackStream holds.</summary>
internal static class PathSteps
{
    /// <param name="nodes">The distinct nodes, first that which the path starts at.</param>
    /// <param name="relationships">The distinct relationships.</param>
    /// <param name="steps">For each step: the relationship, counted from 1 and negative against its direction, and the node, counted from 0.</param>
    public static GraphPath Follow(Node[] nodes, UnboundRelationship[] relationships, long[] steps)
    {
        if (steps.Length % 2 != 0)
            throw new ProtocolException($"A path has {steps.Length} numbers for its steps, and each step has two");
        var walkedNodes = new List<INode>(steps.Length / 2 + 1) { At(nodes, 0) };
        var walked = new List<IRelationship>(steps.Length / 2);
        var from = At(nodes, 0);
        for (var i = 0; i < steps.Length; i += 2)
        {
            var to = At(nodes, steps[i + 1]);
            walked.Add(steps[i] > 0
                ? At(relationships, steps[i] - 1).Between(from, to)
                : At(relationships, -1 - Math.Max(steps[i], -int.MaxValue)).Between(to, from));
            walkedNodes.Add(to);
            from = to;
        }
        return new GraphPath(walkedNodes, walked);
    }

    private static T At<T>(T[] all, long index) => index >= 0 && index < all.Length ? all[index]
        : throw new ProtocolException($"A path goes over the {typeof(T).Name} {index} and holds {all.Length}");
}
