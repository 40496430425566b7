using GeoGraph.Core;
using GeoGraph.Exposure.Compiled;
using Wire = GeoGraph.Contracts.Actors.V1;

namespace GeoGraph.Exposure.Feed;

/// <summary>Enums of actors as the graph has them; null for what no exposure question reads.</summary>
internal static class KindMapping
{
    public static NodeKind? ToKind(Wire.ActorKind kind) => kind switch
    {
        Wire.ActorKind.State => NodeKind.State,
        Wire.ActorKind.Bloc => NodeKind.Bloc,
        Wire.ActorKind.Person => NodeKind.Person,
        Wire.ActorKind.Firm => NodeKind.Firm,
        Wire.ActorKind.Facility => NodeKind.Facility,
        Wire.ActorKind.Product => NodeKind.Product,
        Wire.ActorKind.Chokepoint => NodeKind.Chokepoint,
        _ => null,
    };

    public static RelationKind? ToKind(Wire.RelationType type) => type switch
    {
        Wire.RelationType.MemberOf => RelationKind.MemberOf,
        Wire.RelationType.LocatedIn => RelationKind.LocatedIn,
        Wire.RelationType.Owns => RelationKind.Owns,
        Wire.RelationType.Produces => RelationKind.Produces,
        Wire.RelationType.Supplies => RelationKind.Supplies,
        Wire.RelationType.ExportsTo => RelationKind.ExportsTo,
        Wire.RelationType.Requires => RelationKind.Requires,
        Wire.RelationType.Controls => RelationKind.Controls,
        _ => null,
    };

    public static Obligations ToObligation(Wire.Obligation obligation) => obligation switch
    {
        Wire.Obligation.Defense => Obligations.Defense,
        Wire.Obligation.Consultation => Obligations.Consultation,
        Wire.Obligation.Nonaggression => Obligations.Nonaggression,
        _ => Obligations.None,
    };

    // A level that this version does not know is one that nobody judged here.
    public static Confidence ToConfidence(int confidence) => Enum.IsDefined((Confidence)confidence) ? (Confidence)confidence : Confidence.Unspecified;
}
