using GeoGraph.Core;

namespace GeoGraph.Exposure.Compiled;

/// <summary>
/// What differs between two graphs, as rows. Removals come first, so that what is removed and put stands as put; of several rows of one id the last counts.
/// </summary>
internal sealed record GraphChanges
{
    /// <summary>Nodes that are new, or stand in place of the rows of the same id.</summary>
    public IReadOnlyList<NodeRow> PutNodes { get; init; } = [];

    /// <summary>Relations that are new, or stand in place of the rows of the same id.</summary>
    public IReadOnlyList<RelationRow> PutRelations { get; init; } = [];

    /// <summary>Nodes and relations that are no more; absent ones are no fault. The relations of a removed node go with it.</summary>
    public IReadOnlyList<EntityId> Removed { get; init; } = [];

    /// <summary>True where nothing is put or removed.</summary>
    public bool IsEmpty => PutNodes.Count == 0 && PutRelations.Count == 0 && Removed.Count == 0;
}
