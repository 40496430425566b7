using GeoGraph.Core;
using static GeoGraph.Actors.ActorKind;

namespace GeoGraph.Actors;

/// <summary>What a relation means.</summary>
internal enum RelationType { Unspecified, MemberOf, LocatedIn, Owns, Produces, Supplies, Requires, ExportsTo, Controls, HoldsOffice }

/// <summary>Which actors a type joins, and how it is written.</summary>
/// <param name="Type">The type.</param>
/// <param name="IdKind">The kind of its ids, as <c>exports-to</c>.</param>
/// <param name="From">Kinds that it starts from.</param>
/// <param name="To">Kinds that it ends on.</param>
internal sealed record RelationShape(RelationType Type, string IdKind, IReadOnlyList<ActorKind> From, IReadOnlyList<ActorKind> To)
{
    private static readonly ActorKind[] Producers = [Firm, Facility, State];

    private static readonly Dictionary<RelationType, RelationShape> ByType = new RelationShape[]
    {
        new(RelationType.MemberOf, "member-of", [State, Firm, Bloc], [Bloc]),
        new(RelationType.LocatedIn, "located-in", [Firm, Facility, Chokepoint], [State]),
        new(RelationType.Owns, "owns", [Firm, State, Person], [Firm, Facility]),
        new(RelationType.Produces, "produces", Producers, [Product]),
        new(RelationType.Supplies, "supplies", Producers, Producers),
        new(RelationType.Requires, "requires", [Product], [Product]),
        new(RelationType.ExportsTo, "exports-to", [State], [State]),
        new(RelationType.Controls, "controls", [State], [Product]),
        new(RelationType.HoldsOffice, "holds-office", [Person], [State, Bloc, Firm]),
    }.ToDictionary(shape => shape.Type);

    private static readonly Dictionary<string, RelationShape> ByKind = ByType.Values.ToDictionary(shape => shape.IdKind, StringComparer.Ordinal);

    /// <summary>The type in the graph, as <c>EXPORTS_TO</c>.</summary>
    public string GraphType { get; } = IdKind.ToUpperInvariant().Replace('-', '_');

    /// <summary>True for flows of goods, which have a product and transits.</summary>
    public bool IsFlow => Type is RelationType.Supplies or RelationType.ExportsTo;

    /// <summary>The shape of a type; null for unspecified and unknown ones.</summary>
    public static RelationShape? Of(RelationType type) => ByType.GetValueOrDefault(type);

    /// <summary>The shape that a relation's id says; null where it is no relation's.</summary>
    public static RelationShape? OfId(EntityId id) => ByKind.GetValueOrDefault(id.Kind);
}
