using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Sea;
using GeoGraph.Exposure.Views;
using GeoGraph.Hosting;

namespace GeoGraph.Exposure.Feed;

/// <summary>A compiled graph and the state of actors that it stands for. Immutable.</summary>
/// <param name="Graph">The graph.</param>
/// <param name="Revision">The revision of actors.</param>
/// <param name="Aliases">Former ids and what they name now.</param>
internal sealed record LoadedGraph(CompiledGraph Graph, Revision Revision, IReadOnlyDictionary<EntityId, EntityId> Aliases)
{
    /// <summary>The sea lanes of the same state; the empty network where there are none.</summary>
    public SeaNetwork Sea { get; init; } = SeaNetwork.Empty;

    /// <summary>False where this is a part of the graph, or none of it, because the graph is too large to be held.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>The revision as a token.</summary>
    public RevisionToken Token => RevisionToken.Of(ServiceNames.Actors, Revision);

    /// <summary>What an id, which may be a former one, names now.</summary>
    public EntityId Current(EntityId id) => Aliasing.Follow(Aliases, id);

    /// <summary>The graph on a date.</summary>
    public GraphView At(DateOnly asOf, EvidenceRule evidence) => Graph.At(asOf, Token, evidence);
}
