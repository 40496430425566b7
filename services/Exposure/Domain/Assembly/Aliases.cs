using GeoGraph.Core;

namespace GeoGraph.Exposure.Assembly;

/// <summary>Former ids and what they name.</summary>
internal static class Aliases
{
    private const int LongestChain = 64;

    /// <summary>What an id names now; itself where it is no former id.</summary>
    public static EntityId Follow(IReadOnlyDictionary<EntityId, EntityId> aliases, EntityId id)
    {
        for (var steps = 0; steps < LongestChain && aliases.TryGetValue(id, out var survivor); steps++)
            id = survivor;
        return id;
    }
}
