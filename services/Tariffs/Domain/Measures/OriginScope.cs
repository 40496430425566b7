using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>What origins a measure covers: states, or blocs by their members on the entry date.</summary>
/// <param name="IncludeIds">States or blocs; empty means all origins.</param>
/// <param name="ExcludeIds">States or blocs left out.</param>
internal sealed record OriginScope(IReadOnlyList<EntityId> IncludeIds, IReadOnlyList<EntityId> ExcludeIds)
{
    /// <summary>Every origin (erga omnes).</summary>
    public static readonly OriginScope All = new([], []);

    /// <summary>Some states or blocs.</summary>
    public static OriginScope Of(params string[] ids) => new([.. ids.Select(EntityId.Parse)], []);
}
