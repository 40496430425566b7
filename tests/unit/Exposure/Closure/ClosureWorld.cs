using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Closure;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Sea;
using GeoGraph.Exposure.Views;
using GeoGraph.UnitTests.Exposure.Sea;

namespace GeoGraph.UnitTests.Exposure.Closure;

/// <summary>
/// An invented sea with three states on it. Along the equator a degree is 111.195 km.
/// <code>
///         (10,10) -- north --- (20,10)
///            |                   |
///   AAA = (10,0) --- strait --- (20,0) = BBB ---- mouth ---- (30,0) = CCC
/// </code>
/// The strait is a gate, north a labelled lane of a chokepoint, the mouth a gate that cannot be gone round.
/// </summary>
internal static class ClosureWorld
{
    public const string Strait = "chokepoint:strait";
    public const string North = "chokepoint:north";
    public const string Mouth = "chokepoint:mouth";

    public static readonly SeaNetwork Sea = new Chart()
        .Lane(null, (10, 0), (20, 0)).Lane(null, (10, 0), (10, 10)).Lane("north-lane", (10, 10), (20, 10)).Lane(null, (20, 10), (20, 0)).Lane(null, (20, 0), (30, 0))
        .Gate("strait", (15, 1), (15, -1)).Gate("mouth", (25, 1), (25, -1)).Strait("north", "north-lane")
        .Port("AAAAA", 10, 0).Port("BBBBB", 20, 0).Port("CCCCC", 30, 0)
        .Network();

    /// <summary>Makers in AA, BB and CC, whose states have main ports, and one in DD, which has none.</summary>
    public static World States() => new World()
        .States("AA", "BB", "CC", "DD").Chokepoints("strait", "north", "mouth", "ditch")
        .Port("state:AA", "AAAAA").Port("state:BB", "BBBBB").Port("state:CC", "CCCCC")
        .Firm("a", "AA").Firm("a2", "AA").Firm("b", "BB").Firm("c", "CC").Firm("d", "DD");

    public static World Port(this World world, string id, string code)
    {
        var index = world.Nodes.FindIndex(node => node.Id == World.Id(id));
        world.Nodes[index] = world.Nodes[index] with { MainPort = code };
        return world;
    }

    public static CompiledGraph Inferred(this World world, SeaNetwork? sea = null) => world.Compile().Graph.With(new SeaInference(sea ?? Sea));

    public static GraphView OnDay(this CompiledGraph graph) => graph.At(World.Day, RevisionToken.Of("actors", new Revision(7)));

    public static ClosureAnswer Shut(this CompiledGraph graph, SeaNetwork sea, Func<ClosureQuestion, ClosureQuestion>? change, params string[] chokepoints)
    {
        var question = new ClosureQuestion([.. chokepoints.Select(EntityId.Parse)]);
        return ClosureMeasures.Assess(graph.OnDay(), sea, change is null ? question : change(question), TraceLimits.Default, CancellationToken.None);
    }

    public static string[] PassedBy(this CompiledGraph graph, string flow)
    {
        var passed = new List<string>();
        foreach (var passage in graph.Transits.OfFlow(graph.FindFlow(EntityId.Parse(flow))!.Value))
            passed.Add($"{graph.NodeId(passage.Chokepoint).Name} {(passage.Share is { } share ? DecimalText.Print(share) : "?")}{(passage.Inferred ? " inferred" : "")}");
        return [.. passed];
    }

    public static string[] Told(this ClosureAnswer answer) =>
        [.. answer.Loads.Select(load => $"{load.Chokepoint.Name} {DecimalText.Print(load.Before)} {DecimalText.Print(load.After)}")];
}
