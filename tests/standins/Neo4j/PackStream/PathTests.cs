using Neo4j.Driver.Internal.PackStream;

namespace GeoGraph.Neo4jDriver.Tests.PackStream;

/// <summary>
/// Paths, which hold each node and relationship once, and their steps as pairs of numbers. The walks are those of the
/// specification's chapter on the structure Path.
/// </summary>
public sealed class PathTests
{
    [Fact]
    public void A_path_of_one_node_has_no_relationships()
    {
        var path = Path(["a"], [], []);
        Assert.Equal("a", path.Start.ElementId);
        Assert.Same(path.Start, path.End);
        Assert.Empty(path.Relationships);
    }

    // (a)-[r1]->(b)<-[r2]-(c)-[r1]... : a step against the direction of its relationship has a negative number.
    [Fact]
    public void Each_step_keeps_the_direction_of_its_relationship()
    {
        var path = Path(["a", "b", "c"], ["r1", "r2"], [1, 1, -2, 2]);
        Assert.Equal(["a", "b", "c"], path.Nodes.Select(node => node.ElementId));
        Assert.Equal(
            [("r1", "a", "b"), ("r2", "c", "b")],
            path.Relationships.Select(step => (step.ElementId, step.StartNodeElementId, step.EndNodeElementId)));
    }

    [Fact]
    public void A_path_may_return_to_a_node()
    {
        var path = Path(["a", "b"], ["r1", "r2"], [1, 1, 2, 0]);
        Assert.Equal(["a", "b", "a"], path.Nodes.Select(node => node.ElementId));
        Assert.Equal(path.Start, path.End);
        Assert.Equal(("b", "a"), (path.Relationships[1].StartNodeElementId, path.Relationships[1].EndNodeElementId));
    }

    public static TheoryData<string[], string[], long[]> Wrong => new()
    {
        { [], [], [] },
        { ["a"], ["r"], [1] },
        { ["a"], ["r"], [0, 0] },
        { ["a"], ["r"], [2, 0] },
        { ["a"], ["r"], [-2, 0] },
        { ["a"], ["r"], [1, 1] },
        { ["a"], ["r"], [1, -1] },
        { ["a"], ["r"], [long.MinValue, 0] },
        { ["a"], ["r"], [long.MaxValue, long.MaxValue] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_path_whose_steps_lead_nowhere_is_refused(string[] nodes, string[] relationships, long[] steps) =>
        Assert.Throws<ProtocolException>(() => Path(nodes, relationships, steps));

    private static IPath Path(string[] nodes, string[] relationships, long[] steps) => Assert.IsAssignableFrom<IPath>(Wire.Read(Wire.Bytes(writer =>
    {
        writer.BeginStructure(StructureTag.Path, 3);
        writer.BeginList(nodes.Length);
        for (var i = 0; i < nodes.Length; i++)
            Entity(writer, StructureTag.Node, i, () => writer.Write(new List<string> { "Label" }), nodes[i]);
        writer.BeginList(relationships.Length);
        for (var i = 0; i < relationships.Length; i++)
            Entity(writer, StructureTag.UnboundRelationship, i, () => writer.Write("TYPE"), relationships[i]);
        writer.Write((object)steps);
    })));

    private static void Entity(PackStreamWriter writer, byte tag, long id, Action kind, string elementId)
    {
        writer.BeginStructure(tag, 4);
        writer.Write(id);
        kind();
        writer.BeginMap(0);
        writer.Write(elementId);
    }
}
