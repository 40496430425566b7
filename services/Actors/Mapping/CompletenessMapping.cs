using Common = GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Actors.Mapping;

/// <summary>Whether an answer of the graph is whole, as the contract writes it.</summary>
internal static class CompletenessMapping
{
    public static Common.Completeness ToWire(int nodes, bool depthReached, bool cut)
    {
        var wire = new Common.Completeness { Complete = !depthReached && !cut, ExploredNodes = nodes };
        if (depthReached)
            wire.PrunedBy.Add(Common.Pruning.Depth);
        if (cut)
            wire.PrunedBy.Add(Common.Pruning.Limit);
        return wire;
    }
}
