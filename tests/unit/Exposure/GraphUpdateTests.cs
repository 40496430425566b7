using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.UnitTests.Exposure;

public sealed class GraphUpdateTests
{
    private const int Worlds = 1500;
    private const int ChangeSets = 4;

    [Fact]
    public void A_changed_graph_is_the_one_that_is_compiled_from_the_changed_rows()
    {
        for (var number = 0; number < Worlds; number++)
        {
            var rows = new RandomRows(RandomWorld.Seed + number);
            var (nodes, relations) = (Many(rows.Next(14), rows.Node), Many(rows.Next(40), rows.Relation));
            var compiled = GraphBuilder.Build(nodes, relations);
            for (var set = 0; set < ChangeSets; set++)
            {
                var before = GraphText.Of(compiled);
                var changes = Changes(rows);
                var changed = GraphBuilder.Apply(compiled.Graph, changes);
                (nodes, relations) = (Apply(nodes, changes), Apply(relations, changes));
                var anew = GraphBuilder.Build(nodes, relations);
                Assert.True(GraphText.Of(anew) == GraphText.Of(changed), $"world {number}, change set {set} of seed {RandomWorld.Seed}:\n{Difference(GraphText.Of(anew), GraphText.Of(changed))}");
                Assert.Equal(before, GraphText.Of(compiled));
                compiled = changed;
            }
        }
    }

    [Fact]
    public void Rows_put_as_they_are_change_nothing()
    {
        for (var number = 0; number < 300; number++)
        {
            var rows = new RandomRows(RandomWorld.Seed + number);
            var compiled = GraphBuilder.Build(Many(10, rows.Node), Many(40, rows.Relation));
            var graph = compiled.Graph;
            var changed = GraphBuilder.Apply(graph, new GraphChanges
            {
                PutNodes = [.. Enumerable.Range(0, graph.NodeCount).Select(graph.RowOfNode)],
                PutRelations = [.. Enumerable.Range(0, graph.Flows.Count).Select(graph.RowOfFlow)],
            });

            Assert.Equal(GraphText.Of(compiled), GraphText.Of(changed));
        }
    }

    [Fact]
    public void Columns_that_a_change_does_not_touch_are_shared()
    {
        var graph = SmallWorld.Create().Compile().Graph;
        var flow = graph.FindFlow(EntityId.Parse("supplies:TW_FAB-MY_OSAT"))!.Value;

        var changed = GraphBuilder.Apply(graph, new GraphChanges { PutRelations = [graph.RowOfFlow(flow) with { ValueUsdPerYear = 90m }] }).Graph;

        Assert.Equal(90m, changed.Flows.Value(flow));
        Assert.Same(graph.Groups, changed.Groups);
        Assert.Same(graph.Nodes, changed.Nodes);
        Assert.Same(graph.Flows.Columns.BySupplier, changed.Flows.Columns.BySupplier);
        Assert.Same(graph.Flows.Columns.Texts, changed.Flows.Columns.Texts);
        Assert.NotSame(graph.Flows.Columns.Value, changed.Flows.Columns.Value);
    }

    [Fact]
    public void The_relations_of_a_removed_node_go_with_it()
    {
        var compiled = GraphBuilder.Apply(SmallWorld.Create().Compile().Graph, new GraphChanges { Removed = [World.Id("KR_CATHODE")] });

        Assert.Null(compiled.Graph.FindNode(World.Id("KR_CATHODE")));
        Assert.Empty(compiled.Report.Findings);
        Assert.Equal(8, compiled.Graph.Flows.Count);
    }

    private static List<T> Many<T>(int count, Func<T> make) => [.. Enumerable.Range(0, count).Select(_ => make())];

    private static GraphChanges Changes(RandomRows rows) => new()
    {
        PutNodes = Many(rows.Next(3), rows.Node),
        PutRelations = Many(rows.Next(4), rows.Relation),
        Removed = [.. Many(rows.Next(3), rows.RelationId), .. Many(rows.Next(2), rows.NodeId)],
    };

    private static List<NodeRow> Apply(List<NodeRow> rows, GraphChanges changes)
    {
        var put = changes.PutNodes.GroupBy(row => row.Id).Select(same => same.Last()).ToList();
        return [.. rows.Where(row => !changes.Removed.Contains(row.Id) && !put.Exists(other => other.Id == row.Id)), .. put];
    }

    private static List<RelationRow> Apply(List<RelationRow> rows, GraphChanges changes)
    {
        var put = changes.PutRelations.GroupBy(row => row.Id).Select(same => same.Last()).ToList();
        return
        [
            .. rows.Where(row => !changes.Removed.Contains(row.Id) && !changes.Removed.Contains(row.From) && !changes.Removed.Contains(row.To) && !put.Exists(other => other.Id == row.Id)),
            .. put,
        ];
    }

    private static string Difference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        return "compiled:\n" + string.Join('\n', left.Except(right)) + "\nchanged:\n" + string.Join('\n', right.Except(left));
    }
}
