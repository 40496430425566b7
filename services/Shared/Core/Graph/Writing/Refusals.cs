namespace GeoGraph.Core.Graph.Writing;

/// <summary>What a batch is refused with where its fields are right and the store's state is against it.</summary>
public static class Refusals
{
    /// <summary>A request id came again with other updates.</summary>
    public static GeoGraphException RequestIdReused(string requestId) => new(ErrorReason.RequestIdReused,
        $"request id '{requestId}' was used before with other updates.", [new("request_id", requestId)]);

    internal static GeoGraphException IsAlias(EntityId id, EntityId survivor) => new(ErrorReason.AlreadyExists,
        $"'{id}' is an alias of '{survivor}'; write that instead.", [new("resource_name", id.Value), new("survivor", survivor.Value)]);

    internal static GeoGraphException OtherKind(EntityId id, string wanted, string present) => new(ErrorReason.PreconditionFailed,
        $"'{id}' names a {present}; it cannot name a {wanted} as well.", [new("resource_name", id.Value), new("resource_type", present)]);

    internal static GeoGraphException Fixed(EntityId id, string what, string present, string given) => new(ErrorReason.PreconditionFailed,
        $"'{id}' has the {what} {present}, not {given}; a {what} does not change.",
        [new("resource_name", id.Value), new("present", present), new("given", given)]);

    internal static GeoGraphException Dangling(EntityId relation, EntityId end) => new(ErrorReason.DanglingRelation,
        $"'{relation}' ends on '{end}', which is absent.", [new("resource_name", relation.Value), new("end", end.Value)]);

    internal static GeoGraphException MergedElsewhere(EntityId duplicate, EntityId survivor, EntityId given) => new(ErrorReason.PreconditionFailed,
        $"'{duplicate}' is merged into '{survivor}' already, not into '{given}'.",
        [new("resource_name", duplicate.Value), new("survivor", survivor.Value), new("given", given.Value)]);

    internal static GeoGraphException MergedIntoItself(string field, EntityId survivor) =>
        GeoGraphException.Invalid([new FieldViolation(field, survivor.Value, "a node is not merged into itself")]);
}
