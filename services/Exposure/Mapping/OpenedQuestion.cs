using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Feed;
using GeoGraph.Exposure.Views;
using GeoGraph.Hosting.Wire;

namespace GeoGraph.Exposure.Mapping;

/// <summary>A question whose fields are read and whose graph is open; finds the things that it names.</summary>
/// <param name="Fields">Collects what they break.</param>
/// <param name="Loaded">The graph.</param>
/// <param name="View">The graph on the date, on the evidence wanted.</param>
/// <param name="Limits">How far to go.</param>
/// <param name="CancellationToken">Ends the work with the call.</param>
internal sealed record OpenedQuestion(RequestFields Fields, LoadedGraph Loaded, GraphView View, TraceLimits Limits, CancellationToken CancellationToken)
{
    /// <summary>The actor that an id, which may be a former one, names; what is of none of the kinds breaks the rule.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.NotFound"/>.</exception>
    public EntityId Actor(string field, EntityId id, string rule, params ReadOnlySpan<NodeKind> kinds)
    {
        var current = Loaded.Current(id);
        if (Loaded.Graph.FindNode(current) is not { } node)
            throw GeoGraphException.NotFound("actor", id.Value);
        if (!kinds.Contains(Loaded.Graph.KindOf(node)))
            Fields.Violations.Add(field, id.Value, rule);
        return current;
    }

    /// <summary>Who depends.</summary>
    public EntityId Dependent(string field, EntityId id) =>
        Actor(field, id, "who depends is a firm, a facility, or a state for its imports", NodeKind.Firm, NodeKind.Facility, NodeKind.State);

    /// <summary>A passage.</summary>
    public EntityId Chokepoint(string field, EntityId id) => Actor(field, id, "a passage is a chokepoint", NodeKind.Chokepoint);

    /// <summary>A bloc.</summary>
    public EntityId Bloc(string field, EntityId id) => Actor(field, id, "a bloc or alliance is named", NodeKind.Bloc);

    /// <summary>What something rests on: an actor that is no person, or a product that flows name.</summary>
    public EntityId Target(string field, EntityId id)
    {
        var current = Loaded.Current(id);
        return Loaded.Graph.FindProduct(current) is not null ? current : Actor(
            field, id, "what an input rests on is a firm, facility, state, bloc, product or chokepoint",
            NodeKind.Firm, NodeKind.Facility, NodeKind.State, NodeKind.Bloc, NodeKind.Product, NodeKind.Chokepoint);
    }

    /// <summary>A product, which need not be an actor where flows name it.</summary>
    public EntityId Product(string field, EntityId id)
    {
        var current = Loaded.Current(id);
        return Loaded.Graph.FindProduct(current) is not null ? current : Actor(field, id, "a product is named", NodeKind.Product);
    }
}
