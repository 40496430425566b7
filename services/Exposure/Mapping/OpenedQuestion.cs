using GeoGraph.Core;
using GeoGraph.Exposure.Answers;
using GeoGraph.Exposure.Compiled;
using GeoGraph.Exposure.Feed;
using GeoGraph.Exposure.Feed.Neighbourhood;
using GeoGraph.Exposure.Views;
using GeoGraph.Hosting.Wire;
using Google.Protobuf;

namespace GeoGraph.Exposure.Mapping;

/// <summary>
/// A question whose fields are read and whose graph is open, about one side: the baseline, or the world under the question's scenarios. Finds the things that the
/// question names, on either side.
/// </summary>
/// <param name="Fields">Collects what they break.</param>
/// <param name="Loaded">The graph.</param>
/// <param name="View">The graph on the date, on the evidence wanted.</param>
/// <param name="Limits">How far to go.</param>
/// <param name="CancellationToken">Ends the work with the call.</param>
internal sealed record OpenedQuestion(RequestFields Fields, LoadedGraph Loaded, GraphView View, TraceLimits Limits, CancellationToken CancellationToken)
{
    private readonly SortedSet<EntityId> _named = [];

    /// <summary>The request, whose fields are the answer's parameters.</summary>
    public required IMessage Request { get; init; }

    /// <summary>Which part of the results is asked for.</summary>
    public required AnswerPage Page { get; init; }

    /// <summary>The part of the graph that was read, where it is not held whole; else null.</summary>
    public ReadNeighbourhood? Part { get; init; }

    /// <summary>What this side assumes; nothing on the baseline.</summary>
    public AssumedScenarios Assumed { get; init; } = AssumedScenarios.None;

    /// <summary>The other side, where the question has scenarios and this is the baseline; else null.</summary>
    public OpenedQuestion? Scenario { get; init; }

    /// <summary>The law as this side assumes it.</summary>
    public AssumedLaw Law => Assumed.Law;

    /// <summary>The results of the page, out of those that a measure found under <see cref="Limits"/>.</summary>
    public AnswerPart<T> Cut<T>(IReadOnlyList<T> found) => Page.Of(found);

    /// <summary>An actor that the question names and this side does not have, though the other one does; null where it has them all.</summary>
    public EntityId? Missing(OpenedQuestion asked) =>
        asked._named.Where(id => Loaded.Graph.FindNode(id) is null && Loaded.Graph.FindProduct(id) is null).Cast<EntityId?>().FirstOrDefault();

    /// <summary>The actor that an id, which may be a former one, names; what is of none of the kinds breaks the rule.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.NotFound"/>.</exception>
    public EntityId Actor(string field, EntityId id, string rule, params ReadOnlySpan<NodeKind> kinds)
    {
        var current = Loaded.Current(id);
        _named.Add(current);
        if (KindOf(current) is not { } kind)
            throw GeoGraphException.NotFound("actor", id.Value);
        if (!kinds.Contains(kind))
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
    public EntityId Target(string field, EntityId id) => NamedProduct(id) ?? Actor(
        field, id, "what an input rests on is a firm, facility, state, bloc, product or chokepoint",
        NodeKind.Firm, NodeKind.Facility, NodeKind.State, NodeKind.Bloc, NodeKind.Product, NodeKind.Chokepoint);

    /// <summary>A product, which need not be an actor where flows name it.</summary>
    public EntityId Product(string field, EntityId id) => NamedProduct(id) ?? Actor(field, id, "a product is named", NodeKind.Product);

    private EntityId? NamedProduct(EntityId id)
    {
        var current = Loaded.Current(id);
        if (Loaded.Graph.FindProduct(current) is null && Scenario?.Loaded.Graph.FindProduct(current) is null)
            return null;
        _named.Add(current);
        return current;
    }

    private NodeKind? KindOf(EntityId id) => Loaded.Graph.FindNode(id) is { } node ? Loaded.Graph.KindOf(node) : Scenario?.KindOf(id);
}
