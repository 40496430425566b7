using GeoGraph.Exposure.Answers;

namespace GeoGraph.Exposure.Disruption;

/// <summary>Finds why nodes lose output: at each node the input and the flow that cost most, back to what the shock takes away.</summary>
internal sealed class LossReasons(InputNet net, LossField field, ResolvedShock shock)
{
    private readonly record struct Step(int Buyer, InputGroup Group, InputFlow Flow);

    /// <summary>Why a node loses; null where it does not, or the shock takes it away.</summary>
    public LossReason? Of(int node)
    {
        if (field.IsRemoved(node) || Binding(node) is not { } first)
            return null;
        List<Step> steps = [first];
        var seen = new HashSet<int> { node };
        while (!EndsAtShock(steps[^1]) && steps.Count < LossReason.MaxFlows)
        {
            if (!seen.Add(steps[^1].Flow.Supplier) || Binding(steps[^1].Flow.Supplier) is not { } next)
            {
                steps = Shortest(first);
                break;
            }
            steps.Add(next);
        }
        return Describe(first, steps);
    }

    // A flow that is shut further than its supplier is short has its reason in itself.
    private bool EndsAtShock(Step step) =>
        field.IsRemoved(step.Flow.Supplier) || (shock.Delivered.TryGetValue(step.Flow.Flow, out var part) && 1m - part >= field.Of(step.Flow.Supplier));

    private bool IsHit(Step step) => field.IsRemoved(step.Flow.Supplier) || shock.Delivered.ContainsKey(step.Flow.Flow);

    private Step? Binding(int node)
    {
        var inputs = net.Of(node);
        InputGroup? binding = null;
        var most = 0m;
        foreach (var group in inputs.Groups)
        {
            var weight = group.Essential && !shock.Linear.Contains(node) ? 1m : group.Weight ?? 1m;
            var cost = weight * field.OfGroup(group);
            if (cost > most)
                (binding, most) = (group, cost);
        }
        return binding is null ? null : new Step(node, binding, Worst(binding));
    }

    private InputFlow Worst(InputGroup group)
    {
        var (worst, most) = (group.Flows[0], -1m);
        foreach (var flow in group.Flows)
        {
            var cost = (flow.Share ?? group.Unknown) * field.OfFlow(flow);
            if (cost > most)
                (worst, most) = (flow, cost);
        }
        return worst;
    }

    // Where the worst flows lead round a circle: after the first of them, the fewest flows back to the shock over flows that lose anything.
    private List<Step> Shortest(Step first)
    {
        var reachedBy = new Dictionary<int, Step?> { [first.Flow.Supplier] = null };
        var open = new Queue<int>([first.Flow.Supplier]);
        while (open.TryDequeue(out var node))
        {
            foreach (var step in LosingInto(node))
            {
                if (IsHit(step))
                    return Unwind(first, step, reachedBy);
                if (reachedBy.TryAdd(step.Flow.Supplier, step))
                    open.Enqueue(step.Flow.Supplier);
            }
        }
        return [first];
    }

    private IEnumerable<Step> LosingInto(int node) =>
        from @group in net.Of(node).Groups
        from flow in @group.Flows
        where field.OfFlow(flow) > 0m
        select new Step(node, @group, flow);

    private static List<Step> Unwind(Step first, Step last, Dictionary<int, Step?> reachedBy)
    {
        List<Step> back = [last];
        while (reachedBy[back[^1].Buyer] is { } before)
            back.Add(before);
        back.Add(first);
        back.Reverse();
        return back;
    }

    private LossReason Describe(Step first, List<Step> steps)
    {
        var reaches = IsHit(steps[^1]) && steps.Count <= LossReason.MaxFlows;
        if (steps.Count > LossReason.MaxFlows)
            steps.RemoveRange(LossReason.MaxFlows, steps.Count - LossReason.MaxFlows);
        var graph = net.View.Graph;
        var (share, atMost) = ((decimal?)1m, 1m);
        foreach (var step in steps)
            (share, atMost) = (share * step.Flow.Share, atMost * (step.Flow.Share ?? step.Group.Unknown));
        var chain = new Chain(
            [graph.NodeId(first.Buyer), .. steps.Select(step => graph.NodeId(step.Flow.Supplier))],
            [.. steps.Select(step => graph.Flows.Id(step.Flow.Flow))],
            [],
            share is { } known ? ShareRange.Round(known) : null,
            ShareRange.Round(atMost),
            steps.Exists(step => graph.Flows.Flags(step.Flow.Flow).Inferred));
        return new LossReason(graph.Groups.Name(first.Group.Group), graph.Flows.Id(first.Flow.Flow), chain, reaches);
    }
}
