using GeoGraph.Core;

namespace GeoGraph.Exposure.Compiled;

/// <summary>The rows that are not, or not as they stand, in the columns: what a later change may make whole. Immutable.</summary>
internal sealed record Residue
{
    /// <summary>Nothing left over.</summary>
    public static readonly Residue None = new();

    /// <summary>Relations refused, in order of id; all rows of an id that stands on several.</summary>
    public IReadOnlyList<RelationRow> Relations { get; init; } = [];

    /// <summary>Nodes refused as their id stands on several rows, in order of id.</summary>
    public IReadOnlyList<NodeRow> Nodes { get; init; } = [];

    /// <summary>Nodes taken of which a field counts as not stated, as they stand.</summary>
    public IReadOnlyDictionary<EntityId, NodeRow> Tolerated { get; init; } = new Dictionary<EntityId, NodeRow>();

    /// <summary>Numbers of the nodes that state an output of zero and have sales.</summary>
    public IReadOnlySet<int> ZeroWithSales { get; init; } = new HashSet<int>();
}
