using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.UnitTests.Exposure;

/// <summary>
/// The measures once more, straight from their definitions over the rows of a world in which every flow states a value: no compiled graph, no cone.
/// </summary>
internal sealed class BruteForce(World world)
{
    /// <summary>A path of flows upstream from a group, with the product of the shares.</summary>
    public sealed record UpstreamPath(IReadOnlyList<RelationRow> Flows, decimal Share);

    public IReadOnlyList<RelationRow> InputsOf(EntityId buyer) => [.. world.Relations.Where(row => row.Kind == RelationKind.Supplies && row.To == buyer)];

    public IEnumerable<IGrouping<string, RelationRow>> GroupsOf(EntityId buyer) => InputsOf(buyer).GroupBy(row => row.InputGroup!);

    /// <summary>Every path upstream of a group of a world without circles, of any length.</summary>
    public IEnumerable<UpstreamPath> Paths(EntityId buyer, string group)
    {
        var flows = InputsOf(buyer).Where(row => row.InputGroup == group).ToList();
        foreach (var flow in flows)
        {
            var share = flow.ValueUsdPerYear!.Value / flows.Sum(row => row.ValueUsdPerYear!.Value);
            yield return new UpstreamPath([flow], share);
            foreach (var (next, rest) in GroupsOf(flow.From).SelectMany(inputs => Paths(flow.From, inputs.Key).Select(rest => (inputs.Key, rest))))
                yield return new UpstreamPath([flow, .. rest.Flows], share * rest.Share);
        }
    }

    /// <summary>Share of each origin: the paths that end at a supplier without inputs, each step weighed by the value of its group among the supplier's inputs.</summary>
    public Dictionary<EntityId, decimal> Origins(EntityId buyer, string group) =>
        Paths(buyer, group).Where(path => InputsOf(path.Flows[^1].From).Count == 0)
            .GroupBy(path => path.Flows[^1].From)
            .ToDictionary(paths => paths.Key, paths => paths.Sum(path => path.Share * path.Flows.Skip(1).Aggregate(1m, (weight, flow) => weight * GroupWeight(flow))));

    /// <summary>
    /// The level of a group when a part of each flow is lost: each firm produces at the lowest level of its groups, found by starting at full
    /// production everywhere and taking losses round by round until nothing changes.
    /// </summary>
    public decimal LevelOfGroup(EntityId buyer, string group, Func<RelationRow, decimal> lost)
    {
        var levels = world.Nodes.ToDictionary(node => node.Id, _ => 1m);
        for (var round = 0; round < 10; round++)
        {
            foreach (var node in world.Nodes)
                levels[node.Id] = GroupsOf(node.Id).Select(inputs => Level(inputs)).DefaultIfEmpty(1m).Min();
        }
        return Level(GroupsOf(buyer).Single(inputs => inputs.Key == group));

        decimal Level(IEnumerable<RelationRow> inputs) =>
            inputs.Sum(flow => flow.ValueUsdPerYear!.Value * (1m - lost(flow)) * levels[flow.From]) / inputs.Sum(flow => flow.ValueUsdPerYear!.Value);
    }

    /// <summary>Whether each firm can still produce when some are gone: all can that are left, until one round after another finds no more that cannot.</summary>
    public HashSet<EntityId> Feasible(IReadOnlySet<EntityId> gone)
    {
        var alive = world.Nodes.Select(node => node.Id).Where(id => !gone.Contains(id)).ToHashSet();
        while (alive.RemoveWhere(id => GroupsOf(id).Any(inputs => inputs.Any(flow => flow.Essential) && inputs.All(flow => !alive.Contains(flow.From)))) > 0)
            continue;
        return alive;
    }

    private decimal GroupWeight(RelationRow flow) =>
        InputsOf(flow.To).Where(row => row.InputGroup == flow.InputGroup).Sum(row => row.ValueUsdPerYear!.Value) / InputsOf(flow.To).Sum(row => row.ValueUsdPerYear!.Value);
}
