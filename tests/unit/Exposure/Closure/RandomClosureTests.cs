using GeoGraph.Core;
using GeoGraph.Exposure.Closure;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.UnitTests.Exposure.Closure;

/// <summary>Closures of random flows on the invented sea, as properties and against a literal reckoning of each flow.</summary>
public sealed class RandomClosureTests
{
    private const int Worlds = 500;
    private static readonly string[] Makers = ["a", "a2", "b", "c", "d"];
    private static readonly string[] Passages = ["strait", "north", "mouth", "ditch"];

    [Fact]
    public void What_is_sent_is_lost_or_arrives_and_shutting_more_never_loses_less()
    {
        for (var seed = 0; seed < Worlds; seed++)
        {
            var graph = Random(new Random(seed)).Inferred();
            var (one, more) = (graph.Shut(ClosureWorld.Sea, null, ClosureWorld.Strait), graph.Shut(ClosureWorld.Sea, null, ClosureWorld.Strait, ClosureWorld.North));
            Assert.True(one.LostUsd <= more.LostUsd, $"seed {seed}");
            Assert.True(more.LostUsd <= graph.Shut(ClosureWorld.Sea, question => question with { NoRerouting = true }, ClosureWorld.Strait, ClosureWorld.North).LostUsd, $"seed {seed}");
            Assert.All(more.Loads, load => Assert.True(load.Chokepoint.Name is not ("strait" or "north") || load.After == 0m));
            foreach (var flow in more.Flows)
                Assert.Equal(flow.Fate.Part, flow.Fate.Lost + flow.Fate.Rerouted);
        }
    }

    [Fact]
    public void Loads_under_a_closure_are_those_of_the_graph_that_it_leaves()
    {
        for (var seed = 0; seed < Worlds; seed++)
        {
            var graph = Random(new Random(seed)).Inferred();
            ShutPassage[] shut = [new(EntityId.Parse(ClosureWorld.Strait), seed % 3 == 0), new(EntityId.Parse("chokepoint:ditch"), false)];
            var answer = graph.Shut(ClosureWorld.Sea, question => question with { NoRerouting = false }, [.. shut.Select(passage => passage.Chokepoint.Value)]);
            var after = GraphBuilder.Apply(graph, ClosureEffects.Changes(graph, ClosureWorld.Sea, [.. shut.Select(passage => passage with { NoRerouting = false })], CancellationToken.None)).Graph;
            foreach (var load in answer.Loads)
                Assert.Equal(Load(after, load.Chokepoint), load.After, 6);
        }
    }

    [Fact]
    public void Shutting_nothing_that_is_passed_changes_nothing()
    {
        for (var seed = 0; seed < Worlds; seed++)
        {
            var graph = Random(new Random(seed)).Inferred();
            var answer = graph.Shut(ClosureWorld.Sea, null, "chokepoint:strait");
            if (answer.Flows.Count == 0)
                Assert.All(answer.Loads, load => Assert.Equal(load.Before, load.After));
        }
    }

    private static World Random(Random random)
    {
        var world = ClosureWorld.States();
        foreach (var from in Makers)
        {
            foreach (var to in Makers.Where(to => to != from && random.Next(2) == 0))
                world.Supply(from, to, "1", "g", random.Next(1, 100), Passed(random));
        }
        return world;
    }

    // Nothing stated, one passage, or several whose shares do not exceed the whole by much.
    private static (string, decimal)[] Passed(Random random) =>
        [.. Passages.Where(_ => random.Next(4) == 0).Select(name => (name, random.Next(1, 5) / 4m))];

    private static decimal Load(CompiledGraph graph, EntityId chokepoint) =>
        graph.Transits.ThroughChokepoint(graph.FindNode(chokepoint)!.Value).Sum(transit => transit.Share!.Value * graph.Flows.Value(transit.Flow)!.Value);
}
