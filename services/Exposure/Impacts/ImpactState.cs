using GeoGraph.Core;
using GeoGraph.Exposure.Feed;
using GeoGraph.Exposure.Tariffs;
using GeoGraph.Hosting;

namespace GeoGraph.Exposure.Impacts;

/// <summary>What is watched.</summary>
/// <param name="Of">Whose impacts are told, in order; empty for all.</param>
/// <param name="AsOf">The date on which relations and law must hold.</param>
/// <param name="Limit">The most entries of each list.</param>
internal sealed record ImpactQuestion(IReadOnlyList<EntityId> Of, DateOnly AsOf, int Limit);

/// <summary>A state of the data as a watch has told it. Immutable.</summary>
/// <param name="Graph">The graph.</param>
/// <param name="Law">The duties on it; null where no law is followed.</param>
internal sealed record ImpactState(LoadedGraph Graph, LawState? Law)
{
    /// <summary>The state as a token: what to go on after.</summary>
    public RevisionToken Token => Law is null ? Graph.Token : Graph.Token.With(ServiceNames.Agreements, Law.Agreements);

    /// <summary>The revision that it has of a service.</summary>
    public Revision Of(string service) => service == ServiceNames.Actors ? Graph.Revision : Law?.Agreements ?? Revision.Zero;

    /// <summary>The same at a later revision of a service, up to which nothing changed.</summary>
    public ImpactState At(ToldChange checkpoint) => checkpoint.Revision <= Of(checkpoint.Service) ? this
        : checkpoint.Service == ServiceNames.Actors ? this with { Graph = Graph with { Revision = checkpoint.Revision } }
        : this with { Law = Law is null ? null : Law with { Agreements = checkpoint.Revision } };
}

/// <summary>What a change means.</summary>
/// <param name="State">The state after it.</param>
/// <param name="Changed">What changed, in order; empty where all is told and nothing changed.</param>
/// <param name="Costs">Whose landed cost changes, the largest first.</param>
/// <param name="Inputs">Which inputs are touched, the largest change first.</param>
internal sealed record Impact(RevisionToken State, IReadOnlyList<EntityId> Changed, IReadOnlyList<CostChange> Costs, IReadOnlyList<TouchedInput> Inputs);
