using GeoGraph.Exposure.Closure;

namespace GeoGraph.Exposure.Mapping;

/// <summary>What shutting passages does to the flows of a side.</summary>
/// <param name="Delivered">By flow, the part that still arrives.</param>
/// <param name="Touched">The flows that pass what is shut, in order of id.</param>
/// <param name="Unknown">What no source states of it, in sentences.</param>
internal sealed record ShutFlows(IReadOnlyDictionary<int, decimal> Delivered, IReadOnlyList<TouchedFlow> Touched, IReadOnlyList<string> Unknown)
{
    /// <summary>The flows that hold on the date and pass what the shock shuts. Where no source says how much passes, all of it may, and is taken to.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ShutFlows Of(OpenedQuestion question, AskedShock shock)
    {
        var (graph, delivered, touched, unknown) = (question.View.Graph, new Dictionary<int, decimal>(), new List<TouchedFlow>(), new List<string>());
        ShutPassage[] shut = [.. shock.Closed.Select(chokepoint => new ShutPassage(chokepoint, shock.NoRerouting))];
        foreach (var fate in shut.Length == 0 ? [] : ClosureEffects.Flows(graph, question.Loaded.Sea, shut, question.CancellationToken))
        {
            if (!question.View.Holds(fate.Flow))
                continue;
            var (id, buyer) = (graph.Flows.Id(fate.Flow), graph.Groups.Buyer(graph.Flows.Group(fate.Flow)));
            delivered[fate.Flow] = fate.Delivered ?? 0m;
            touched.Add(new TouchedFlow(id, graph.NodeId(graph.Flows.Supplier(fate.Flow)), graph.NodeId(buyer), graph.Flows.Value(fate.Flow) * fate.Part, fate));
            if (fate.Delivered is null)
                unknown.Add($"No source states how much of {id} passes what is shut; all of it is taken to be lost.");
        }
        return new ShutFlows(delivered, [.. touched.OrderBy(flow => flow.Id)], unknown);
    }
}
