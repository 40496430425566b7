using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;

namespace GeoGraph.Exposure.Feed;

/// <summary>Replaces former ids by those that they name now.</summary>
internal static class Aliasing
{
    /// <summary>What an id names now; itself where it is no former id.</summary>
    public static EntityId Follow(IReadOnlyDictionary<EntityId, EntityId> aliases, EntityId id) => Assembly.Aliases.Follow(aliases, id);

    /// <summary>The relation with every former id replaced.</summary>
    public static RelationRow Follow(IReadOnlyDictionary<EntityId, EntityId> aliases, RelationRow row) => row with
    {
        From = Follow(aliases, row.From),
        To = Follow(aliases, row.To),
        Product = row.Product is { } product ? Follow(aliases, product) : null,
        Transits = row.Transits.Count == 0 ? row.Transits
            : [.. row.Transits.Select(transit => transit with { Chokepoint = Follow(aliases, transit.Chokepoint) })],
    };
}
